#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk.hpp"
#include "lexicon.hpp"

namespace avow::detect {

/// The lexicons beside a plugin: lexicon/<language>.txt and lexicon/<language>.<more>.txt make one language, of which
/// lexicon/<language>.order.txt says how it orders its words where it does not do so as English.
class Languages {
 public:
  /// Reads them all; `needs` are those of every lexicon. Throws std::runtime_error naming the file when one cannot be
  /// read, or when there is none.
  Languages(const sdk::Setup& setup, const std::vector<Need>& needs);

  /// The lexicon for a BCP 47 tag by its first part; a document that does not say is taken for English. Null when
  /// there is none for that language.
  const Lexicon* of(std::string_view tag) const;

 private:
  std::map<std::string, Lexicon, std::less<>> lexicons_;
};

}  // namespace avow::detect
