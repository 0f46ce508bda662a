#include "learn/trainers.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "learn/trainers/trainers.hpp"

namespace avow::learn {
namespace {

const std::array<Trainer, 4> table{{
    {"attribution", "who said what: source, cue and content", "*.ann with text/*.txt (brat), as PolNeAR has them",
     train_attribution},
    {"check-worthy", "whether a sentence states something worth checking",
     "train_<n>.json with test_<n>.json, or claimbuster_crowdsourced.csv (ClaimBuster)", train_check_worthy},
    {"pledge", "whether a manifesto's sentence is a pledge", "*.csv with party, year, binary_pledge and text (MiMaC)",
     train_pledge},
    {"ranking", "which sentences of debates fact-checkers check",
     "*.tsv with number, speaker, sentence, label (CheckThat)", train_ranking},
}};

}  // namespace

std::span<const Trainer> trainers() noexcept {
  return table;
}

const Trainer* find_trainer(std::string_view name) noexcept {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Trainer& one) { return one.name == name; });
  return found == table.end() ? nullptr : &*found;
}

nlohmann::json trained_card(std::string_view name, std::string_view day, const TrainedModel& model) {
  nlohmann::json card = model.card;
  card["name"] = name;
  card["made"] = day;
  card["bytes"] = model.bytes.size();
  card["sha256"] = sha256(model.bytes).hex();
  return card;
}

}  // namespace avow::learn
