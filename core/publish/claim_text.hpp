#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "query/claim_view.hpp"
#include "query/history.hpp"
#include "query/names.hpp"

/// What `show` and `history` print on a terminal: plain text of many lines, made safe by terminal_text().
namespace avow {

struct TextOptions {
  std::size_t width = 0;  ///< columns to wrap at; 0: lines as long as they get
  bool color = false;
};

/// Quote in its context, where and by whom it was said, readings, verdicts with figures and evidence, links,
/// retractions.
std::string claim_text(const ClaimView& view, const Names& names, const TextOptions& options);

/// One paragraph an event: the world's day, what happened, and when the store learnt it.
std::string history_text(const std::vector<HistoryEvent>& events, const Names& names, const TextOptions& options);

/// "assessment 3f2a9134 disputed by Ada Quay (speaker): ...".
std::string dispute_text(const Dispute& dispute);

/// One line in words of an event: "verdict broken: 18 of 31 members ... (figures of 2025-04-17)".
std::string event_summary(const HistoryEvent& event, const Names& names);

}  // namespace avow
