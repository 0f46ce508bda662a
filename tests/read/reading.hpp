#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "read/reader.hpp"

namespace avow::test {

struct Outcome {
  std::vector<ReadDocument> documents;
  std::vector<Error> failures;
};

inline Outcome read_all(std::string_view name, std::string_view bytes, const Metadata& given = {},
                        const ReadLimits& limits = {}) {
  Outcome outcome;
  read_documents(name, bytes, given, limits,
                 {[&](ReadDocument read) { outcome.documents.push_back(std::move(read)); },
                  [&](const Error& error) { outcome.failures.push_back(error); }});
  return outcome;
}

/// The one document that the bytes hold.
inline Document read_one(std::string_view name, std::string_view bytes, const Metadata& given = {}) {
  return read_all(name, bytes, given).documents.at(0).document;
}

/// The error that reading throws; one with code `internal` when it throws none.
inline Error error_of(std::string_view name, std::string_view bytes, const ReadLimits& limits = {}) {
  try {
    read_all(name, bytes, {}, limits);
  } catch (const Error& error) {
    return error;
  }
  return {ErrorCode::internal, "nothing was thrown"};
}

}  // namespace avow::test
