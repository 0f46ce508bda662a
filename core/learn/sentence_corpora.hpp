#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "learn/sentence_data.hpp"

/// What lies together under a folder, put together as a task or a trainer needs it.
namespace avow::learn {

/// ClaimBuster's sentences beneath a folder, or beside it when it holds folds or debates alone.
struct ClaimBuster {
  /// train_<n>.json and test_<n>.json by their numbers.
  std::vector<std::pair<std::vector<Example>, std::vector<Example>>> folds;
  /// The crowd's sentences; empty when claimbuster_crowdsourced.csv is not there.
  std::vector<Example> crowd;
};
ClaimBuster read_claimbuster(const std::filesystem::path& data);

/// All that ClaimBuster says: the sentences of the folds, which were labelled with more agreement, counted twice, and
/// the crowd's others once. Without the sentences that `without` holds.
std::vector<Example> check_worthy_examples(const ClaimBuster& from, std::span<const std::string> without = {});
/// The crowd's sentences that are not among `known`, nor in their plain form.
std::vector<Example> others_of(std::span<const Example> crowd, std::span<const Example> known);

struct Debate {
  std::string name;
  std::vector<Utterance> utterances;
};
/// Every *.tsv beneath the folder.
std::vector<Debate> read_debates(const std::filesystem::path& data);
/// What was checked counts twenty times, as it is so rare.
std::vector<Example> ranking_examples(std::span<const Debate> debates);

/// Every *.csv beneath the folder that holds manifestos' sentences.
std::vector<ManifestoSentence> read_all_manifestos(const std::filesystem::path& data);
std::vector<Example> pledge_examples(std::span<const ManifestoSentence> sentences);

/// What words mean, from the text beneath `text`, and from the examples.
WordVectors vectors_for(const std::filesystem::path& text, std::span<const Example> examples);
/// The same from texts that were read already, for whoever learns from several parts of one set.
WordVectors vectors_for(std::vector<std::string> texts, std::span<const Example> examples);

}  // namespace avow::learn
