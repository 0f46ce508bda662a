#pragma once

#include <string>
#include <vector>

#include "store/filters.hpp"

namespace CLI {
class App;
}

namespace avow {
class Store;
}

namespace avow::cli {

class Session;

/// The options that pick claims, the same for every command that takes them.
struct ClaimOptions {
  std::string speaker, party, kind, topic, indicator, verdict, due, said, text, document;
  bool open = false;
  bool distinct = false;
  bool disputed = false;

  void add_to(CLI::App& app);
  /// As a filter at the session's clocks; resolves --document in the opened store. Error: usage, not_found, ambiguous.
  ClaimFilter filter(Session& session, Store& store) const;
  /// The conditions that were given, "speaker ada, said 2024.."; empty when there are none.
  std::string in_words() const;
};

/// The name of a topic given by its name, code or title; a plugin's own topic stays as it is said.
std::string topic_name(const std::string& said);

/// Columns of tables of claims.
std::vector<std::string> claim_columns();

}  // namespace avow::cli
