#pragma once

#include <string>
#include <vector>

#include "model/assessment.hpp"
#include "store/store.hpp"

/// What reviews, corrections, retractions and disputes have in common: a person says something, with a reason and with
/// what it rests on.
namespace avow {

/// Error (usage) with the advice, unless it holds.
void need(bool holds, const std::string& what, const std::string& advice);

/// Error (usage) when nobody says it or no reason is given. `what`: "a review".
void require_author(const std::string& person, const std::string& reason, const std::string& what);

/// Ids (or prefixes) of documents and observations, or addresses, as evidence. Error: usage for any other record,
/// not_found, ambiguous.
std::vector<Evidence> evidence_of(Store& store, const std::vector<std::string>& references);

/// Writes the record as a journal entry of its own.
template <typename Record>
void enter(Store& store, const JournalNote& note, const Record& record) {
  const auto writer = store.begin();
  writer->begin_entry(note);
  writer->add(record);
  writer->commit();
}

/// What is known now, judged as if it were that day.
Clocks as_if_on(Day today);

}  // namespace avow
