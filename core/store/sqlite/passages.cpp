#include <algorithm>
#include <cctype>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "store/sqlite/records.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/text_query.hpp"
#include "store/sqlite/visibility.hpp"

namespace avow::sqlite {
namespace {

// Around each word found, FTS5 puts these: Unicode noncharacters, which no text has a use for.
constexpr std::string_view mark_begin = "\xEF\xB7\x90";  // U+FDD0
constexpr std::string_view mark_end = "\xEF\xB7\x91";    // U+FDD1
// A paragraph longer than this is cut at a blank.
constexpr std::size_t longest_passage = 1'000;

struct Hit {
  std::size_t offset;
  std::string word;
};

/// Takes the marks out again, noting which words stood between them and where.
std::vector<Hit> find_hits(std::string_view marked) {
  std::vector<Hit> hits;
  std::size_t removed = 0;
  for (std::size_t at = marked.find(mark_begin); at != std::string_view::npos; at = marked.find(mark_begin, at)) {
    const std::size_t begin = at + mark_begin.size();
    const std::size_t end = marked.find(mark_end, begin);
    if (end == std::string_view::npos) break;
    std::string word(marked.substr(begin, end - begin));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    hits.push_back({at - removed, std::move(word)});
    removed += mark_begin.size() + mark_end.size();
    at = end + mark_end.size();
  }
  return hits;
}

/// The end of the paragraph, or of its next piece, that begins at `begin`.
std::size_t end_of_piece(std::string_view text, std::size_t begin) {
  const std::size_t line = std::min(text.find('\n', begin), text.size());
  if (line - begin <= longest_passage) return line;
  const std::string_view piece = utf8::prefix(text.substr(begin), longest_passage);
  const std::size_t blank = piece.rfind(' ');
  return begin + (blank == std::string_view::npos || blank == 0 ? piece.size() : blank);
}

struct Piece {
  Span span;
  std::size_t words;
};

/// The pieces of the text that hold the most of the words.
std::vector<Piece> best_pieces(std::string_view text, const std::vector<Hit>& hits) {
  std::vector<Piece> best;
  auto hit = hits.begin();
  for (std::size_t begin = 0; begin < text.size() && hit != hits.end();) {
    const std::size_t end = std::max(end_of_piece(text, begin), begin + 1);
    std::set<std::string_view> words;
    for (; hit != hits.end() && hit->offset < end; ++hit) words.insert(hit->word);
    if (!words.empty())
      best.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, words.size()});
    begin = end;
  }
  const auto fewer = [](const Piece& a, const Piece& b) { return a.words < b.words; };
  const auto most = std::max_element(best.begin(), best.end(), fewer);
  if (most != best.end())
    std::erase_if(best, [words = most->words](const Piece& piece) { return piece.words < words; });
  return best;
}

Span without_blank_ends(std::string_view text, Span span) {
  const auto blank = [&text](std::uint32_t at) {
    return std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos;
  };
  while (!span.empty() && blank(span.begin)) ++span.begin;
  while (!span.empty() && blank(span.end - 1)) --span.end;
  return span;
}

/// Keys of the documents. Not by bm25, whose figures count documents that came later.
std::string keys_sql(const PassageFilter& filter) {
  std::string sql =
      "SELECT d.key FROM document_words AS f CROSS JOIN document AS d ON d.key = f.rowid JOIN record AS rd ON "
      "rd.key = d.key WHERE document_words MATCH :words AND d.key <= :last AND " +
      live("d.key") + " AND " + std::string(published_by_today);
  if (filter.from) sql += " AND d.published_latest >= :from";
  if (filter.until) sql += " AND d.published_earliest <= :until";
  return sql + " ORDER BY d.published_latest DESC, rd.id";
}

constexpr std::string_view document_sql =
    "SELECT rd.id, d.published, d.published_earliest, d.published_latest, d.text, "
    "highlight(document_words, 1, :begin, :end) FROM document_words AS f CROSS JOIN document AS d ON "
    "d.key = f.rowid JOIN record AS rd ON rd.key = d.key WHERE document_words MATCH :words AND f.rowid = :key";

void add_passages(Connection& connection, std::int64_t key, std::string_view query, std::size_t limit,
                  std::vector<PassageRow>& passages) {
  const CachedStatement statement = connection.prepared(document_sql);
  statement->bind(":key", key);
  statement->bind(":words", query);
  statement->bind(":begin", mark_begin);
  statement->bind(":end", mark_end);
  if (!statement->step()) return;
  RowReader row(*statement);
  const Id document = row.id();
  const Date published = row.date();
  const std::string_view text = row.view();
  row.finish("document");
  for (const Piece& piece : best_pieces(text, find_hits(row.view()))) {
    if (passages.size() == limit) return;
    const Span span = without_blank_ends(text, piece.span);
    passages.push_back({document, span, std::string(span.of(text)), published});
  }
}

}  // namespace

std::vector<PassageRow> find_passages(Connection& connection, const PassageFilter& filter) {
  std::vector<PassageRow> passages;
  const std::string query = text_query(filter);
  if (query.empty()) return passages;
  const Snapshot snapshot(connection);
  const std::size_t limit = filter.limit == 0 ? std::numeric_limits<std::size_t>::max() : filter.limit;
  const CachedStatement statement = connection.prepared(keys_sql(filter));
  bind_bounds(*statement, bounds_of(connection, filter.clocks));
  statement->bind(":words", std::string_view(query));
  if (filter.from) statement->bind(":from", std::string_view(to_string(*filter.from)));
  if (filter.until) statement->bind(":until", std::string_view(to_string(*filter.until)));
  while (passages.size() < limit && statement->step())
    add_passages(connection, statement->integer(0), query, limit, passages);
  return passages;
}

}  // namespace avow::sqlite
