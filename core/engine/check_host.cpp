#include "engine/check_host.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "engine/group_members.hpp"

namespace avow {
namespace {

/// Series, and answers, kept at a time; past that all are dropped and made again, so that memory stays bounded.
constexpr std::size_t max_series_kept = 4096;
constexpr std::size_t max_passages = 100;

ObservedValue observed(const ObservationRow& row) {
  const Observation& observation = row.observation;
  return {row.id,
          row.series.indicator,
          observation.entity,
          observation.period,
          parse_decimal(observation.value).value_or(Decimal{}),
          observation.unit,
          observation.status,
          observation.published,
          row.series.source};
}

bool lies_within(const Date& period, const Date& from, const Date& until) {
  return (!from.known() || period.earliest() >= from.earliest()) &&
         (!until.known() || period.latest() <= until.latest());
}

/// Tells one question from all others.
void write_key(const ObservationQuery& query, std::string& key) {
  key.assign(query.indicator);
  for (const std::string* part :
       {&query.entity, &query.from.text(), &query.until.text(), &query.published_until.text()})
    (key += '\0') += *part;
}

}  // namespace

StoreCheckHost::StoreCheckHost(Store& store, const Lexicon& lexicon, Clocks clocks)
    : store_(store), lexicon_(lexicon), clocks_(clocks) {}

void StoreCheckHost::begin_claim(bool whole_groups) {
  whole_groups_ = whole_groups;
  worked_out_.clear();
  given_observations_.clear();
  given_documents_.clear();
  asked_ = {};
}

void StoreCheckHost::forget_figures() {
  series_.clear();
  answers_.clear();
}

void StoreCheckHost::admit(std::function<bool(const ObservationRow&)> admits) {
  admits_ = std::move(admits);
  forget_figures();
}

const std::vector<StoreCheckHost::Vintage>& StoreCheckHost::series(const SeriesKey& key) {
  if (const auto known = series_.find(key); known != series_.end()) return known->second;
  if (series_.size() >= max_series_kept) series_.clear();
  std::vector<Vintage>& vintages = series_[key];
  ObservationFilter filter;
  filter.clocks = clocks_;
  filter.indicator = key.first;
  filter.entity = key.second;
  filter.newest_only = false;
  store_.observations(filter, [&](const ObservationRow& row) {
    if (!admits_ || admits_(row)) vintages.push_back({observed(row), row.observation.value.empty()});
    return true;
  });
  return vintages;
}

Observations StoreCheckHost::observations(const ObservationQuery& query) {
  if (query.indicator.empty()) throw Error(ErrorCode::plugin, "a checker asked for observations without an indicator");
  Observations found = published(query);
  const bool nobody_published = found.empty() && series({query.indicator, query.entity}).empty();
  return nobody_published ? made_of_others(query) : found;
}

/// The parts are given out as well, so that they can be named.
Observations StoreCheckHost::made_of_others(const ObservationQuery& query) {
  std::vector<ObservedValue> values;
  asked_.members = asked_.members || whole_groups_;
  for (WorkedOut& made : work_out(lexicon_, MemberRules::shipped(), query, whole_groups_, [&](const auto& part) {
         const Observations found = published(part);
         return std::vector<ObservedValue>(found.begin(), found.end());
       })) {
    values.push_back(made.value);
    worked_out_.insert_or_assign(made.value.id.hex(), std::move(made));
  }
  const Observations all(std::move(values));
  given_observations_.push_back(all);
  return all;
}

Observations StoreCheckHost::published(const ObservationQuery& query) {
  asked_.indicators.insert(query.indicator);
  write_key(query, answer_key_);
  auto known = answers_.find(answer_key_);
  if (known == answers_.end()) {
    if (answers_.size() >= max_series_kept) answers_.clear();
    known = answers_.emplace(answer_key_, answer(query)).first;
  }
  given_observations_.push_back(known->second);
  return known->second;
}

/// Of each entity and period the newest vintage that was out, unless it was published as missing.
Observations StoreCheckHost::answer(const ObservationQuery& query) {
  std::vector<ObservedValue> result;
  const ObservedValue* before = nullptr;
  for (const Vintage& vintage : series({query.indicator, query.entity})) {
    const ObservedValue& figure = vintage.figure;
    const bool out = !query.published_until.known() || figure.published <= query.published_until.earliest();
    if (!out || !lies_within(figure.period, query.from, query.until)) continue;
    if (before != nullptr && before->entity == figure.entity && before->period == figure.period) continue;
    before = &figure;
    if (!vintage.missing) result.push_back(figure);
  }
  return result;
}

std::vector<Member> StoreCheckHost::members(const std::string& group, Day day) {
  asked_.members = true;
  std::vector<Member> result;
  for (const Entity& entity : lexicon_.entities())
    if (const Membership* membership = membership_in(entity, group, day))
      result.push_back({entity.code, entity.name, membership->from, membership->until});
  std::sort(result.begin(), result.end(), [](const Member& a, const Member& b) { return a.code < b.code; });
  return result;
}

std::vector<std::string> StoreCheckHost::names_of(const std::string& entity) const {
  const Entity* known = lexicon_.entity(entity);
  if (known == nullptr) return {entity};
  std::vector<std::string> names = known->aliases;
  names.insert(names.begin(), known->name);
  return names;
}

std::vector<Passage> StoreCheckHost::passages(const PassageQuery& query) {
  asked_.passages = true;
  PassageFilter filter;
  filter.clocks = clocks_;
  filter.words = query.words;
  if (query.from.known()) filter.from = query.from.earliest();
  if (query.until.known()) filter.until = query.until.latest();
  filter.limit = query.limit == 0 ? max_passages : std::min(query.limit, max_passages);
  filter.any_words = query.any_words;
  if (!query.entity.empty()) filter.names = names_of(query.entity);
  std::vector<Passage> result;
  for (PassageRow& row : store_.passages(filter)) {
    given_documents_.insert_or_assign(row.document.hex(), true);
    result.push_back({row.document, row.span, std::move(row.text), row.published});
  }
  std::sort(result.begin(), result.end(), [](const Passage& a, const Passage& b) {
    return std::tuple(a.published.earliest(), a.document, a.span) <
           std::tuple(b.published.earliest(), b.document, b.span);
  });
  return result;
}

const ObservedValue* StoreCheckHost::given(const std::string& observation) const {
  const auto id = Id::parse(observation);
  if (!id) return nullptr;
  for (const Observations& answer : given_observations_)
    if (const ObservedValue* found = answer.find(*id)) return found->id.hex() == observation ? found : nullptr;
  return nullptr;
}

const WorkedOut* StoreCheckHost::worked_out(const std::string& id) const {
  const auto at = worked_out_.find(id);
  return at == worked_out_.end() ? nullptr : &at->second;
}

bool StoreCheckHost::gave_document(const std::string& document) const {
  return given_documents_.contains(document);
}

}  // namespace avow
