#pragma once

#include <string>
#include <string_view>

#include "read/reader.hpp"

namespace avow {

/// What every reader of many documents is given: where they come from, what the user says of them, where they go.
struct Delivery {
  std::string_view name;  ///< of the input, for messages
  const Metadata& given;
  const ReadLimits& limits;
  const ReadSink& sink;

  /// Completes a document and passes it on: the address `file:<name>#<part>` when it has none (without "#" for an empty
  /// part), what the user gave, the digest of `raw`.
  void document(Document document, std::string_view raw, std::string_view part = {}) const;
  void failure(const Error& error) const { sink.failure(error); }
};

}  // namespace avow
