#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "learn/sentence_trainer.hpp"

/// Readers of labelled sentences in the forms that their makers publish them in. All throw Error (bad_input) naming the
/// file when something in it is not of that form.
namespace avow::learn {

/// The files of this name or ending beneath `place` (or `place` itself), in order of path; none is no error.
std::vector<std::filesystem::path> find_files(const std::filesystem::path& place, std::string_view ending);

/// ClaimBuster's folds: [{"Text", "Verdict": 0 or 1, "sentence_id"}].
std::vector<Example> read_fold(const std::filesystem::path& file);

/// ClaimBuster's sentences as the crowd labelled them: CSV with Text, File_id and Verdict (1 is check-worthy). The
/// group is the debate.
std::vector<Example> read_crowd(const std::filesystem::path& file);

/// A debate of CheckThat: number, speaker, sentence, label, tab between.
struct Utterance {
  std::string speaker;
  std::string text;
  bool wanted = false;
};
std::vector<Utterance> read_debate(const std::filesystem::path& file);

/// A manifesto's sentence: CSV with party, year, binary_pledge and text.
struct ManifestoSentence {
  std::string party;
  int year = 0;
  bool pledge = false;
  std::string text;
};
std::vector<ManifestoSentence> read_manifestos(const std::filesystem::path& file);

/// A sentence's letters and digits alone, in small letters: two that agree in it are the same to a model.
std::string plain_form(std::string_view text);

/// The text of every text, table, JSON and web page beneath `place`, in pieces of at most some thousand bytes, for
/// learning what words mean; at most 128 MiB.
std::vector<std::string> read_texts(const std::filesystem::path& place);

}  // namespace avow::learn
