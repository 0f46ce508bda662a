#include "query/history.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "query/vintages.hpp"
#include "store/store.hpp"

namespace avow {
namespace {

/// Gathers the events of one claim from its view.
class Gatherer {
 public:
  Gatherer(Store& store, const Clocks& clocks, ClaimView view)
      : store_(store), clocks_(clocks), view_(std::move(view)) {}

  std::vector<HistoryEvent> gather() {
    add_said();
    for (const ReadingView& reading : view_.readings) add_reading(reading);
    for (const LinkView& link : view_.links) add_link(link);
    for (const VerdictView& verdict : view_.verdicts) add_verdict(verdict);
    add_vintages();
    add_revisions();
    for (const DisputeView& dispute : view_.disputes) add_dispute(dispute);
    for (const Recorded<Retraction>& retraction : view_.retractions) add_retraction(retraction);
    return std::move(events_);
  }

 private:
  template <typename T>
  HistoryEvent& add(EventKind kind, const Recorded<T>& record, Date day, decltype(HistoryEvent::detail) detail) {
    events_.push_back({kind, record.id, std::move(day), record.journal_number, record.at, false, std::move(detail)});
    return events_.back();
  }

  void add_said() {
    Recorded<Claim> said{view_.id, view_.claim, 0, {}};
    for (Recorded<Claim>& claim : store_.claims_of(view_.claim.document, clocks_))
      if (claim.id == view_.id) said = std::move(claim);
    add(EventKind::said, said, view_.claim.said, SaidEvent{view_.claim, view_.document});
  }

  void add_reading(const ReadingView& reading) {
    const Maker& maker = reading.reading.value.maker;
    const Date day = maker.is_person() ? Date::day(maker.at.day()) : view_.claim.said;
    const EventKind kind = maker.is_person() ? EventKind::correction : EventKind::reading;
    add(kind, reading.reading, day, reading).standing = reading.standing;
  }

  void add_link(const LinkView& link) {
    const bool is_later = link.link.value.from == view_.id;
    add(EventKind::link, link.link, is_later ? view_.claim.said : link.said, link);
  }

  void add_verdict(const VerdictView& verdict) {
    const Assessment& assessment = verdict.assessment.value;
    const EventKind kind = assessment.maker.is_person() ? EventKind::review : EventKind::verdict;
    add(kind, verdict.assessment, Date::day(assessment.today), verdict).standing = verdict.standing;
  }

  void add_dispute(const DisputeView& view) {
    add(EventKind::dispute, view.dispute, Date::day(view.dispute.value.at.day()), view);
    for (const AnswerView& answer : view.answers)
      add(EventKind::answer, answer.answer, Date::day(answer.answer.value.at.day()),
          AnswerEvent{answer, &answer == view.last_answer()});
  }

  void add_retraction(const Recorded<Retraction>& retraction) {
    add(EventKind::retraction, retraction, Date::day(retraction.value.at.day()), RetractionEvent{retraction.value});
  }

  void add_vintages() {
    const auto standing = std::find_if(view_.readings.begin(), view_.readings.end(),
                                       [](const ReadingView& reading) { return reading.standing; });
    if (standing == view_.readings.end()) return;
    for (Vintage& vintage : vintages(store_, standing->reading.value, view_.claim.said, clocks_)) {
      const Id series = id_of(vintage.event.series);
      events_.push_back(
          {EventKind::vintage, series, Date::day(vintage.published), 0, {}, false, std::move(vintage.event)});
    }
  }

  void add_revisions() {
    std::map<std::pair<Day, Id>, std::map<Id, FigureRevision>> published;
    for (const VerdictView& verdict : view_.verdicts)
      for (FigureRevision& revision : revisions_of(store_, verdict.assessment.value, clocks_))
        published[{revision.to_published, id_of(revision.series)}].try_emplace(revision.to_observation, revision);
    for (auto& [when, figures] : published) {
      RevisionEvent event{figures.begin()->second.series, {}};
      for (auto& [id, figure] : figures) event.figures.push_back(std::move(figure));
      events_.push_back({EventKind::revision, when.second, Date::day(when.first), 0, {}, false, std::move(event)});
    }
  }

  Store& store_;
  const Clocks& clocks_;
  ClaimView view_;
  std::vector<HistoryEvent> events_;
};

bool comes_before(const HistoryEvent& a, const HistoryEvent& b) {
  const auto key = [](const HistoryEvent& event) {
    return std::tuple(event.day.known(), event.day.earliest(), event.kind, event.journal_number, event.id);
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<HistoryEvent> history(Store& store, const Id& claim, const Clocks& clocks) {
  auto events = Gatherer(store, clocks, claim_view(store, claim, clocks)).gather();
  std::sort(events.begin(), events.end(), comes_before);
  return events;
}

}  // namespace avow
