#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hpp"
#include "cli/commands.hpp"
#include "cli/input_stream.hpp"
#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "cli/tables.hpp"
#include "publish/commitment_json.hpp"
#include "query/matching.hpp"

namespace avow::cli {
namespace {

struct Options {
  std::string text, file;
  std::size_t limit = 5;
};

struct Question {
  std::string id, text;
};

/// {"id": ..., "text": ...}, or the line itself; the id is then its number.
Question question_of(const std::string& line, std::size_t number, const std::string& name) {
  if (line.empty() || line.front() != '{') return {std::to_string(number), line};
  const std::string where = name + ", line " + std::to_string(number);
  const Json json = parse_json(line, where);
  const auto text = json.find("text");
  if (text == json.end() || !text->is_string())
    throw Error(ErrorCode::bad_input, where + ": has no \"text\"", "one object a line: {\"id\": ..., \"text\": ...}");
  const auto id = json.find("id");
  if (id == json.end()) return {std::to_string(number), text->get<std::string>()};
  return {id->is_string() ? id->get<std::string>() : id->dump(), text->get<std::string>()};
}

ExitCode match_one(Session& session, Store& store, const Options& options) {
  ClaimMatcher matcher(store, session.clocks(), ClaimMatcher::For::one);
  return list_rows(session, {"id", "score", "speaker_name", "quote"}, [&](const auto& add) {
    for (const Match& match : matcher.best(options.text, options.limit)) {
      Json row = match_json(match);
      shorten_ids(session, row);
      add(row);
    }
  });
}

/// One row a question, whatever it finds, so that rows and questions can be laid side by side.
ExitCode match_many(Session& session, Store& store, const Options& options) {
  ClaimMatcher matcher(store, session.clocks(), ClaimMatcher::For::many);
  InputStream input(options.file);
  std::size_t number = 0;
  return list_rows(session, {"id", "text", "matches"}, [&](const auto& add) {
    for (std::string line; input.next_line(line);) {
      stop_if_interrupted();
      const Question question = question_of(line, ++number, input.name());
      Json row{{"id", question.id}, {"text", question.text}, {"matches", Json::array()}};
      for (const Match& match : matcher.best(question.text, options.limit)) row["matches"].push_back(match_json(match));
      add(row);
    }
  });
}

ExitCode run(Session& session, const Options& options) {
  if (options.text.empty() == options.file.empty())
    throw Error(ErrorCode::usage, "match needs a sentence, or --file with one a line",
                "`avow match --help` shows both");
  Store& store = session.store(Session::Access::read);
  return options.file.empty() ? match_one(session, store, options) : match_many(session, store, options);
}

Action define(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("TEXT", options->text, "A sentence, or a post with its handles, links and hashtags");
  app.add_option("--file", options->file, "Many: one a line, as text or as {\"id\", \"text\"}; - is standard input")
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
           {"avow match --file posts.ndjson --limit 10 > matches.ndjson", "in bulk, one row for each line"}},
          define,
          {},
          TakesClocks::both};
}

}  // namespace avow::cli
