#pragma once

#include <optional>
#include <string>
#include <vector>

#include "avow/sdk/values.hpp"

/// What plugins hand out: a detector its candidates, a checker its assessment.
namespace avow::sdk {

/// What would make a claim true. Leave empty what was not said; dates are EDTF ("2035", "2025-06", "2025-06-24").
struct Target {
  std::string subject{};    ///< as said ("Allies", "we") or the code of an entity; the host resolves it
  std::string indicator{};  ///< a measure ("defence expenditure") or the code of an indicator; the host resolves it
  std::string relation{};   ///< one of namespace relation
  std::optional<Number> value{};
  std::optional<Number> upper{};  ///< of "between"
  std::string unit{};
  std::string baseline{};
  std::string due{};
  std::string scope{};  ///< one of namespace scope
  std::string condition{};
  std::string hedge{};  ///< one of namespace hedge
};

/// A stretch of the document that led to the answer, and what it showed: "modal will", "negation".
struct Cue {
  Span span{};
  std::string label{};
};

struct Candidate {
  Span span{};         ///< within the text, on character boundaries, not empty
  std::string kind{};  ///< one of namespace kind
  std::string topic{};
  std::string strength{};  ///< one of namespace strength
  bool negated = false;    ///< "never promised", "will not"
  double score = 0;        ///< 0 to 1
  Target target{};
  std::vector<Cue> cues{};
};

/// A number behind the verdict, in the order to show them: {"members at or above", "23 of 31"}.
struct Figure {
  std::string name{};
  std::string value{};
};

struct Evidence {
  std::string kind{};       ///< one of namespace evidence_kind
  std::string reference{};  ///< hex id, or an address
  std::string note{};
};

struct Assessment {
  std::string verdict{};     ///< one of namespace verdict
  bool provisional = false;  ///< rests on estimates or forecasts
  std::string reason{};      ///< one or two sentences that a reader can follow; never empty
  std::vector<Figure> figures{};
  std::vector<Evidence> evidence{};
};

}  // namespace avow::sdk
