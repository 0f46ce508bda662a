#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/input_stream.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "learn/listed_texts.hpp"
#include "publish/commitment_json.hpp"
#include "query/matching.hpp"
#include "text/word_ranking.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string text, file, claims;
  std::size_t limit = 5;
};

/// {"id": ..., "text": ...}, or the line itself; the id is then its number.
learn::ListedText question_of(const std::string& line, std::size_t number, const std::string& name) {
  if (line.empty() || line.front() != '{') return {std::to_string(number), line, ""};
  const std::string where = name + ", line " + std::to_string(number);
  const Json json = parse_json(line, where);
  const auto text = json.find("text");
  if (text == json.end() || !text->is_string())
    throw Error(ErrorCode::bad_input, where + ": has no \"text\"", "one object a line: {\"id\": ..., \"text\": ...}");
  const auto id = json.find("id");
  if (id == json.end()) return {std::to_string(number), text->get<std::string>(), ""};
  return {id->is_string() ? id->get<std::string>() : id->dump(), text->get<std::string>(), ""};
}

/// A table, which is read whole, or one question a line, each answered as it comes.
void each_question(const Options& options, const std::function<void(const learn::ListedText&)>& ask) {
  if (options.file.ends_with(".tsv") || options.file.ends_with(".csv")) {
    for (const learn::ListedText& question : learn::listed_texts_at(options.file)) ask(question);
    return;
  }
  InputStream input(options.file);
  std::size_t number = 0;
  for (std::string line; input.next_line(line);) ask(question_of(line, ++number, input.name()));
}

/// Rows of the claims closest to a sentence, best first.
using Finder = std::function<std::vector<Json>(const std::string&)>;

Finder in_store(Session& session, const Options& options) {
  const auto sentences = options.file.empty() ? ClaimMatcher::For::one : ClaimMatcher::For::many;
  const auto matcher =
      std::make_shared<ClaimMatcher>(session.store(Session::Access::read), session.clocks(), sentences);
  return [matcher, limit = options.limit](const std::string& text) {
    std::vector<Json> rows;
    for (const Match& match : matcher->best(text, limit)) rows.push_back(match_json(match));
    return rows;
  };
}

Finder in_list(const Options& options) {
  const auto claims = std::make_shared<std::vector<learn::ListedText>>(learn::listed_texts_at(options.claims));
  const auto ranking = std::make_shared<text::WordRanking>();
  for (const learn::ListedText& claim : *claims) ranking->add(claim.text, claim.title);
  return [claims, ranking, limit = options.limit](const std::string& text) {
    std::vector<Json> rows;
    for (const auto& hit : ranking->best(text, limit)) {
      const learn::ListedText& claim = (*claims)[hit.number];
      rows.push_back(match_json({{Id{}, claim.text, claim.title, ""}, hit.score}));
      rows.back()["id"] = claim.id;
    }
    return rows;
  };
}

ExitCode match_one(Session& session, const Options& options, const Finder& find) {
  return list_rows(session, {"id", "score", "speaker_name", "quote"}, [&](const auto& add) {
    for (Json& row : find(options.text)) {
      if (options.claims.empty()) shorten_ids(session, row);
      add(row);
    }
  });
}

/// One row a question, whatever it finds, so that rows and questions can be laid side by side.
ExitCode match_many(Session& session, const Options& options, const Finder& find) {
  return list_rows(session, {"id", "text", "matches"}, [&](const auto& add) {
    each_question(options, [&](const learn::ListedText& question) {
      stop_if_interrupted();
      add(Json{{"id", question.id}, {"text", question.text}, {"matches", find(question.text)}});
    });
  });
}

ExitCode run(Session& session, const Options& options) {
  if (options.text.empty() == options.file.empty())
    throw Error(ErrorCode::usage, "match needs a sentence, or --file with one a line",
                "`avow match --help` shows both");
  const Finder find = options.claims.empty() ? in_store(session, options) : in_list(options);
  return options.file.empty() ? match_one(session, options, find) : match_many(session, options, find);
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("TEXT", options->text, "A sentence, or a post with its handles, links and hashtags");
  app.add_option("--file", options->file,
                 "Many: one a line, as text or as {\"id\", \"text\"}, or a .tsv or .csv of id and text; - is standard\n"
                 "input")
      ->type_name("FILE");
  app.add_option("--claims", options->claims,
                 "Rank these claims instead of the store's: id, text and title as NDJSON, a table or a folder of JSON")
      ->type_name("FILE");
  app.add_option("--limit", options->limit, "At most so many claims for each (5 as if not said)")->type_name("N");
  return [options](Session& session) { return run(session, *options); };
}

}  // namespace

Command match_command() {
  return {"match",
          "Ask",
          "Rank stored claims for a sentence: who said this before",
          "Scores compare claims for one sentence only.",
          {{"avow match 'They all pay two percent now, NATO says'", "the five closest claims"},
           {"avow match --file posts.ndjson --limit 10 > matches.ndjson", "in bulk, one row for each line"},
           {"avow match --file tweets.tsv --claims verified_claims.tsv", "claims of a list, by the list's ids"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
