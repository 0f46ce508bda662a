#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "learn/files.hpp"
#include "learn/tasks/tasks.hpp"
#include "read/encoding.hpp"
#include "read/gunzip.hpp"
#include "read/reader.hpp"

/// The main text of web pages, counted as evaluate.py of the article extraction benchmark (Scrapinghub, now Zyte)
/// counts: texts as bags of four words in a row; of each page what both have, what only we have and what only the truth
/// has, as shares of all three together, so that long pages weigh no more than short ones; precision and recall of the
/// sums over the pages, and their F1.
namespace avow::learn {
namespace {

using Shingle = std::vector<std::string_view>;
using Bag = std::map<Shingle, double>;

constexpr std::size_t words_in_a_shingle = 4;

/// What Python's \w takes: letters, numbers of all sorts, and the underscore.
bool is_word_part(char32_t c) {
  constexpr std::uint32_t numbers = U_GC_N_MASK;
  return c == U'_' || (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | numbers)) != 0;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const utf8::Decoded next = at < text.size() ? utf8::decode(text, at) : utf8::Decoded{U' ', 1};
    if (!is_word_part(next.code_point)) {
      if (at > begin) out.push_back(text.substr(begin, at - begin));
      begin = at + next.size;
    }
    at += next.size;
  }
  return out;
}

/// Views into the text. A text of fewer words is one shingle, an empty one too.
Bag shingles_of(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  const std::size_t last = words.size() < words_in_a_shingle ? 0 : words.size() - words_in_a_shingle;
  Bag bag;
  for (std::size_t i = 0; i <= last; ++i) {
    const auto end = std::min(i + words_in_a_shingle, words.size());
    ++bag[Shingle(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(end))];
  }
  return bag;
}

/// {right, found, wanted} of one page, as shares.
Counts compare(std::string_view found_text, std::string_view true_text) {
  const Bag found = shingles_of(found_text);
  const Bag truth = shingles_of(true_text);
  double right = 0;
  double all_found = 0;
  double all_true = 0;
  for (const auto& [shingle, count] : found) {
    const auto at = truth.find(shingle);
    right += at == truth.end() ? 0 : std::min(count, at->second);
    all_found += count;
  }
  for (const auto& [shingle, count] : truth) all_true += count;
  const double all = all_found + all_true - right;
  return {right / all, all_found / all, all_true / all};
}

/// Nothing for a page that is refused: it counts as missed.
std::string main_text(const std::string& name, std::string_view page) {
  std::string text;
  const ReadSink sink{[&](const ReadDocument& read) { text = read.document.text; }, {}};
  try {
    read_documents(name, page, {}, {}, sink);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_input && error.code() != ErrorCode::limit) throw;
  }
  return text;
}

/// All that stands between tags, but for scripts and styles.
std::string all_text(std::string_view page) {
  std::string out;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t open = std::min(page.find('<', at), page.size());
    out += page.substr(at, open - at);
    out += ' ';
    const std::string_view tag = page.substr(open, 7);
    const std::string_view end = tag.starts_with("<script") ? "</script" : tag.starts_with("<style") ? "</style" : "";
    const std::size_t close = page.find('>', end.empty() ? open : std::min(page.find(end, open), page.size()));
    at = close == std::string_view::npos ? page.size() : close + 1;
  }
  return out;
}

nlohmann::json read_truth(const std::filesystem::path& file) {
  try {
    nlohmann::json truth = nlohmann::json::parse(read_file(file));
    if (truth.is_object()) return truth;
  } catch (const nlohmann::json::exception&) {
    // Said below, as for JSON that is no object.
  }
  throw Error(ErrorCode::bad_input, file.string() + " is no object of pages with their articleBody");
}

std::string read_page(const std::filesystem::path& folder, const std::string& id) {
  const std::filesystem::path file = folder / "html" / (id + ".html.gz");
  return decode_text(file.string(), gunzip(file.string(), read_file(file), ReadLimits{}.max_bytes));
}

}  // namespace

void run_extraction(Evaluation& evaluation) {
  evaluation.unit = "page";
  std::vector<Counts> ours;
  std::vector<Counts> baseline;
  const nlohmann::json pages = read_truth(evaluation.data / "ground-truth.json");
  for (const auto& [id, page] : pages.items()) {
    const std::string html = read_page(evaluation.data, id);
    const std::string truth = page.value("articleBody", "");
    ours.push_back(compare(main_text(id, html), truth));
    baseline.push_back(compare(all_text(html), truth));
    const Counts& counts = ours.back();
    if (evaluation.error && f1.of(counts) < 1)
      evaluation.error({{"page", id},
                        {"url", page.value("url", "")},
                        {"F1", f1.of(counts)},
                        {"precision", precision.of(counts)},
                        {"recall", recall.of(counts)}});
  }
  for (const Metric* metric : {&f1, &precision, &recall}) evaluation.add("avow", "main text", *metric, ours);
  evaluation.add("all text of the page", "main text", f1, std::move(baseline));
}

}  // namespace avow::learn
