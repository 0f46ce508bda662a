#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/group_names.hpp"
#include "engine/office_holders.hpp"
#include "engine/terms.hpp"
#include "read/vocabulary_reader.hpp"
#include "store/store.hpp"
#include "text/attribution_model.hpp"
#include "text/gazetteer.hpp"

namespace avow {

/// The names that a run knows: entities and indicators by code, and the gazetteer over them. Immutable after
/// construction, so shared by threads.
class Lexicon {
 public:
  explicit Lexicon(const Vocabulary& vocabulary);
  /// What the store holds at the clocks.
  static Lexicon of(Store& store, const Clocks& clocks = {});

  const Entity* entity(const std::string& code) const;
  const Indicator* indicator(const std::string& code) const;
  /// Indicators of a measure, lowest rank first.
  const std::vector<const Indicator*>& indicators_of(const std::string& measure) const;
  /// Whether an entity is or was a member of the group, is the group, or is a group that shares members with it.
  bool belongs(const std::string& entity, const std::string& group) const;
  const std::vector<Entity>& entities() const { return entities_; }
  const Gazetteer& gazetteer() const { return gazetteer_; }
  const GroupNames& groups() const { return groups_; }
  /// The model of who said what that documents are read with; null for rules alone.
  const text::AttributionModel* attribution() const { return attribution_.get(); }
  /// To be called before the lexicon is shared.
  void read_with(std::shared_ptr<const text::AttributionModel> model) { attribution_ = std::move(model); }
  const OfficeHolders& offices() const { return offices_; }
  const Terms& terms() const { return terms_; }

 private:
  Lexicon(std::vector<Entity> entities, std::vector<Indicator> indicators);
  std::vector<Entity> entities_;
  std::vector<Indicator> indicators_;
  std::unordered_map<std::string, const Entity*> entity_by_code_;
  std::unordered_map<std::string, const Indicator*> indicator_by_code_;
  std::unordered_map<std::string, std::vector<const Indicator*>> by_measure_;
  std::set<std::pair<std::string, std::string>> belonging_;
  Gazetteer gazetteer_;
  GroupNames groups_;
  std::shared_ptr<const text::AttributionModel> attribution_;
  OfficeHolders offices_;
  Terms terms_;
};

/// AVOW_VOCABULARY, else the installed share/avow/vocabulary beside the program, else the one of the source tree it was
/// built in. Error (not_found) when none is there.
std::filesystem::path default_vocabulary_folder();

/// Adds what is new or changed as one journal entry; returns how many records were added.
std::size_t add_vocabulary(Store& store, const Vocabulary& vocabulary, const std::string& actor,
                           const std::string& reason);

}  // namespace avow
