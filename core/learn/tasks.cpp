#include "learn/tasks/tasks.hpp"

#include <algorithm>
#include <array>

#include "learn/evaluation.hpp"

namespace avow::learn {
namespace {

const std::array<Task, 11> table{{
    {"attribution", "who said what: source, cue and content, exact spans",
     "*.ann with text/*.txt (brat), or lines of tokens and labels (CofeNet), as PolNeAR has them",
     "F1 of source, cue, content: .832, .753, .729 BERT; .696, .667, .590 BiLSTM-CRF; .506, .534, .286 CRF",
     run_attribution},
    {"check-worthy", "sentences worth checking or not, on the folds as given",
     "train_<n>.json with test_<n>.json: Text, Verdict, sentence_id (ClaimBuster, 2.5x)",
     "macro F1 .831 linear, .884 BERT, .900 Mistral-7B LoRA", run_check_worthy},
    {"extraction", "main text of web pages, bags of four words",
     "ground-truth.json with html/*.html.gz (article-extraction-benchmark)",
     "F1 .970 rs-trafilatura, .958 trafilatura, .947 readability.js", run_extraction},
    {"match", "verified claims for a posted sentence, mean average precision at 5",
     "queries*.tsv (id, text), verified claims (*docs*.tsv: id, vclaim, title; or *.json), *qrels* (CheckThat! 2020 "
     "on)",
     "MAP@5 .929 best, .884 BM25 (CheckThat! 2020, task 2)", run_match},
    {"pledge", "manifesto sentences that are pledges or not, the last year held out",
     "*.csv with party, year, binary_pledge and text (MiMaC)",
     "macro F1 .686 linear on unseen years, .764 BERT on folds", run_pledge},
    {"quantities", "quantities in sentences: value, unit, direction or bound",
     "*.json with text and quantities: change, value, normalized_unit (NewsQuant and the other sets of CQE)",
     "F1 .920 value, .856 and unit, .881 and change: CQE; .730 and .472: quantulum3", run_quantities},
    {"ranking", "sentences of debates by how much they are worth checking, by debate",
     "*.tsv with number, speaker, sentence, label (CheckThat! 2019 task 1)", "mean average precision .166 on its test",
     run_ranking},
    {"sentences", "boundaries of sentences, both ends exact", "*.conllu with the sentences' texts (# text =)",
     "about .75 to .88 on web text by system", run_sentences},
    {"statements", "series, country and truth of what single sentences say of figures",
     "*.csv or *.tsv with sentence, country, indicator and maybe value, label, date; figures/*.csv with indicator, "
     "country, period, value and maybe unit, published",
     "none: the sentences are the project's own (tests/statement/sentences)", run_statements},
    {"targets", "fields of the claims in single sentences, F1 each",
     "*.ndjson with text, published, speaker and claims",
     "none: the sentences are the project's own (tests/detectors/targets)", run_targets},
    {"times", "time expressions: TIMEX3 value and extent, F1 each (TempEval-3)", "*.tml (TimeML) with <DCT> and <TEXT>",
     "platinum set, value / relaxed / strict: HeidelTime .776 / .903 / .813, UWTime value .824", run_times},
}};

}  // namespace

std::span<const Task> tasks() noexcept {
  return table;
}

const Task* find_task(std::string_view name) noexcept {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Task& task) { return task.name == name; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace avow::learn
