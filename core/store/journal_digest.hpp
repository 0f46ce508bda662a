#pragma once

#include <optional>
#include <string_view>

#include "base/digest.hpp"

namespace avow {

/// The `content` of a journal entry: a digest over the kind and id of every row that it wrote, in order. The same for
/// every store.
class JournalDigest {
 public:
  void add(std::string_view kind, const Id& id) {
    content_.field(kind, id);
    ++count_;
  }
  std::uint64_t count() const noexcept { return count_; }
  /// Ends it; may be called once.
  Digest digest() { return content_.digest(); }

 private:
  Canonical content_{"entry"};
  std::uint64_t count_ = 0;
};

}  // namespace avow
