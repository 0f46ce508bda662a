#pragma once

#include <string>
#include <vector>

#include "act.hpp"

namespace documents {

/// What is looked for, and when it was to be done.
struct Search {
  std::string entity;  ///< code, or a name as said
  Act act;
  DayNumber said = 0;  ///< last day it can have been said on
  DayNumber today = 0;
  DayNumber due_from = avow::sdk::open_start;  ///< first day of the due date; open without one
  DayNumber due_until = avow::sdk::open_end;   ///< last day of it; open without one
  bool dated() const { return due_until != avow::sdk::open_end; }
  bool over() const { return dated() && today > due_until; }
};

/// A sentence of a later document that speaks of the promise.
struct Finding {
  Report report = Report::none;
  double matter = 0;     ///< Likeness::matter
  std::string document;  ///< hex id
  std::string sentence;
  DayNumber published = 0;
};

/// Sentences that speak of the promised act, of documents published after it was said that name who promised; the
/// earliest first, at most max_findings, of each document the one that says most. Throws HostFailed.
std::vector<Finding> find_reports(const Search& search, const Words& words, avow::sdk::Host& host);
inline constexpr std::size_t max_findings = 20;

/// "decides": as evidence and reasons call it.
const char* name(Report report);

}  // namespace documents
