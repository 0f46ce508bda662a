#include "engine/vocabulary.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/shared_folder.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;

/// Whether the store holds exactly this version already.
template <typename T>
bool is_current(const std::vector<T>& known, const T& value) {
  return std::find(known.begin(), known.end(), value) != known.end();
}

template <typename T>
std::size_t add_changed(StoreWriter& writer, const std::vector<T>& known, const std::vector<T>& values) {
  std::size_t added = 0;
  for (const T& value : values) {
    if (is_current(known, value)) continue;
    // The same content is the same record, which was there before the version that counts now.
    if (!writer.add(value))
      throw Error(ErrorCode::usage,
                  "'" + value.code + "' would go back to an earlier version, which the store cannot do",
                  "change its wording a little, for example its name or definition; nothing was added");
    ++added;
  }
  return added;
}

}  // namespace

Lexicon::Lexicon(const Vocabulary& vocabulary) : Lexicon(vocabulary.entities, vocabulary.indicators) {}

Lexicon Lexicon::of(Store& store, const Clocks& clocks) {
  return {store.entities(clocks), store.indicators(clocks)};
}

Lexicon::Lexicon(std::vector<Entity> entities, std::vector<Indicator> indicators)
    : entities_(std::move(entities)),
      indicators_(std::move(indicators)),
      gazetteer_(entities_, indicators_),
      groups_(entities_),
      offices_(entities_),
      terms_(entities_) {
  for (const Entity& entity : entities_) {
    entity_by_code_.emplace(entity.code, &entity);
    for (const Membership& membership : entity.memberships) {
      if (membership.role != "member") continue;
      belonging_.emplace(entity.code, membership.group);
      for (const Membership& other : entity.memberships)
        if (other.role == "member") belonging_.emplace(other.group, membership.group);
    }
  }
  for (const Indicator& indicator : indicators_) {
    indicator_by_code_.emplace(indicator.code, &indicator);
    by_measure_[indicator.measure].push_back(&indicator);
  }
  for (auto& [measure, of_measure] : by_measure_)
    std::stable_sort(of_measure.begin(), of_measure.end(), [](auto* a, auto* b) { return a->rank < b->rank; });
}

const Entity* Lexicon::entity(const std::string& code) const {
  const auto at = entity_by_code_.find(code);
  return at == entity_by_code_.end() ? nullptr : at->second;
}

const Indicator* Lexicon::indicator(const std::string& code) const {
  const auto at = indicator_by_code_.find(code);
  return at == indicator_by_code_.end() ? nullptr : at->second;
}

const std::vector<const Indicator*>& Lexicon::indicators_of(const std::string& measure) const {
  static const std::vector<const Indicator*> none;
  const auto at = by_measure_.find(measure);
  return at == by_measure_.end() ? none : at->second;
}

bool Lexicon::belongs(const std::string& entity, const std::string& group) const {
  return entity == group || belonging_.contains({entity, group});
}

fs::path default_vocabulary_folder() {
  if (const auto folder = shared_folder("vocabulary", "AVOW_VOCABULARY")) return *folder;
  throw Error(ErrorCode::not_found, "the vocabulary that Avow ships with is not beside the program",
              "name its folder in the environment variable AVOW_VOCABULARY");
}

std::size_t add_vocabulary(Store& store, const Vocabulary& vocabulary, const std::string& actor,
                           const std::string& reason) {
  const auto writer = store.begin();
  writer->begin_entry({"vocabulary", actor, reason});
  const std::size_t added = add_changed(*writer, store.entities({}), vocabulary.entities) +
                            add_changed(*writer, store.indicators({}), vocabulary.indicators) +
                            add_changed(*writer, store.scales({}), vocabulary.scales);
  writer->commit();
  return added;
}

}  // namespace avow
