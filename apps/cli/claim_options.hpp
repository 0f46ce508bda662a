#pragma once

#include <string>
#include <vector>

#include "query/claim_question.hpp"

namespace CLI {
class App;
}

namespace avow::cli {

class Session;

/// The options that pick claims, the same for every command that takes them.
struct ClaimOptions : ClaimQuestion {
  void add_to(CLI::App& app);
  /// As a filter at the session's clocks, as ClaimQuestion::filter().
  ClaimFilter filter(Session& session, Store& store) const;
};

/// Columns of tables of claims.
std::vector<std::string> claim_columns();

}  // namespace avow::cli
