#include "engine/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <type_traits>
#include <variant>

#include "engine/import_records.hpp"
#include "engine/standing_row.hpp"

namespace avow {
namespace {

template <typename T>
constexpr bool is_versioned = std::is_same_v<T, Entity> || std::is_same_v<T, Indicator> || std::is_same_v<T, Scale>;

std::string maker_words(const Maker& maker) {
  return maker.is_person() ? maker.person : fmt::format("{} {}", maker.plugin, maker.version);
}
std::string words_of(const Reading& reading) {
  return fmt::format("a {} by {}", kinds.name(reading.kind), maker_words(reading.maker));
}
std::string words_of(const Assessment& assessment) {
  return fmt::format("{} on {} by {}: {}", verdicts.name(assessment.verdict), to_string(assessment.today),
                     maker_words(assessment.maker), assessment.reason);
}

using Versions = std::map<std::string, Id>;
template <typename T>
Versions versions(const std::vector<T>& all) {
  Versions ids;
  for (const T& one : all) ids.emplace(one.code, id_of(one));
  return ids;
}

bool is_retracted(Store& store, const Id& record) {
  const auto retractions = store.retractions_of(record, {});
  return std::any_of(retractions.begin(), retractions.end(), [](const auto& one) { return one.live; });
}

/// One merge. `store` is read as it was before: what is written is not seen until it is committed.
class Merge {
 public:
  Merge(Store& store, Store& other, std::string_view name, const std::string& actor)
      : store_(store),
        other_(other),
        name_(name),
        actor_(actor),
        has_retractions_(store.counts().retractions > 0),
        entities_(versions(store.entities({}))),
        indicators_(versions(store.indicators({}))),
        scales_(versions(store.scales({}))) {
    other_.journal({}, [this](const JournalEntry& entry) {
      entries_.emplace(entry.number, entry.note);
      return true;
    });
  }

  MergeResult run() {
    writer_ = store_.begin();
    other_.each_record([this](const AnyRecord& record, std::int64_t number) {
      begin_entry(number);
      std::visit([this](const auto& value) { take(value); }, record);
    });
    for (const Id& claim : claims_) compare_claim(claim);
    writer_->commit();
    return std::move(result_);
  }

 private:
  void begin_entry(std::int64_t number) {
    if (number == number_) return;
    number_ = number;
    const JournalNote& note = entries_[number];
    writer_->begin_entry({"merge", actor_, told_elsewhere(name_, std::to_string(number), note)});
  }

  template <typename T>
  void take(const T& value) {
    if (add(value)) {
      ++result_.added;
      look_at(value);
    } else {
      ++result_.known;
      if constexpr (!is_versioned<T>) look_at_known(value);
    }
  }
  template <typename T>
  bool add(const T& value) {
    if constexpr (std::is_same_v<T, StoredDocument>)
      return writer_->add(value.document, value.raw);
    else
      return writer_->add(value);
  }

  // What came in that the store did not have.
  template <typename T>
  void look_at(const T& value) {
    if constexpr (is_versioned<T>) look_at_version(value, known_versions(value));
  }
  void look_at(const Reading& reading) { claims_.insert(reading.claim); }
  void look_at(const Assessment& assessment) {
    if (const auto reading = other_.reading(assessment.reading)) claims_.insert(reading->claim);
  }
  void look_at(const Retraction& retraction) {
    if (!store_.knows(retraction.record, {}) || is_retracted(store_, retraction.record)) return;
    conflict(ConflictKind::retraction, retraction.record.hex(), "it is live",
             fmt::format("retracted by {}: {}", retraction.person, retraction.reason));
  }
  void look_at(const Observation& observation) {
    const auto series = store_.series(observation.series);
    if (!series) return;
    ObservationFilter filter;
    filter.indicator = series->indicator;
    filter.entity = observation.entity;
    filter.period_from = observation.period.earliest();
    filter.period_until = observation.period.latest();
    filter.newest_only = false;
    store_.observations(filter, [&](const ObservationRow& row) {
      const Observation& ours = row.observation;
      if (ours.series == observation.series && ours.period == observation.period &&
          ours.published == observation.published && ours.value != observation.value)
        conflict(ConflictKind::figure,
                 fmt::format("{} {} {} (published {})", series->indicator, ours.entity, ours.period.text(),
                             to_string(ours.published)),
                 ours.value, observation.value);
      return true;
    });
  }

  /// Here retracted, there not.
  template <typename T>
  void look_at_known(const T& value) {
    if constexpr (!std::is_same_v<T, Retraction> && !std::is_same_v<T, AnalyzerRank>) {
      if (!has_retractions_) return;
      Id id;
      if constexpr (std::is_same_v<T, StoredDocument>)
        id = id_of(value.document);
      else
        id = id_of(value);
      if (is_retracted(store_, id) && !is_retracted(other_, id))
        conflict(ConflictKind::retraction, id.hex(), "retracted", "it is live");
    }
  }

  template <typename T>
  void look_at_version(const T& theirs, const Versions& ours) {
    const auto known = ours.find(theirs.code);
    if (known != ours.end() && known->second != id_of(theirs))
      conflict(ConflictKind::version, theirs.code, "version " + known->second.hex().substr(0, 12),
               "version " + id_of(theirs).hex().substr(0, 12));
  }
  const Versions& known_versions(const Entity&) { return entities_; }
  const Versions& known_versions(const Indicator&) { return indicators_; }
  const Versions& known_versions(const Scale&) { return scales_; }

  /// Of those about which something came in.
  void compare_claim(const Id& claim) {
    const auto ours = row_of(store_, claim, {});
    const auto theirs = row_of(other_, claim, {});
    if (!ours || !theirs) return;
    if (ours->reading && theirs->reading && ours->reading_id != theirs->reading_id)
      conflict(ConflictKind::reading, claim.hex(), words_of(*ours->reading), words_of(*theirs->reading));
    if (!ours->assessment || !theirs->assessment || ours->assessment_id == theirs->assessment_id) return;
    const bool persons = ours->assessment->maker.is_person() && theirs->assessment->maker.is_person();
    if (persons && ours->assessment->verdict != theirs->assessment->verdict)
      conflict(ConflictKind::verdict, claim.hex(), words_of(*ours->assessment), words_of(*theirs->assessment));
  }

  void conflict(ConflictKind kind, std::string subject, std::string ours, std::string theirs) {
    result_.conflicts.push_back({kind, std::move(subject), std::move(ours), std::move(theirs)});
  }

  Store& store_;
  Store& other_;
  std::string_view name_;
  const std::string& actor_;
  const bool has_retractions_;
  std::map<std::int64_t, JournalNote> entries_;
  std::unique_ptr<StoreWriter> writer_;
  std::int64_t number_ = 0;
  std::set<Id> claims_;
  const Versions entities_, indicators_, scales_;
  MergeResult result_;
};

}  // namespace

MergeResult merge_store(Store& store, Store& other, std::string_view name, const std::string& actor) {
  return Merge(store, other, name, actor).run();
}

}  // namespace avow
