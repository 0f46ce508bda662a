#include "cli/session.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "base/error.hpp"
#include "base/model_folders.hpp"
#include "cli/arguments.hpp"
#include "engine/vocabulary.hpp"
#include "plugin/plugin.hpp"
#include "query/clocks.hpp"
#include "query/names.hpp"
#include "store/open.hpp"
#include "store/store.hpp"

namespace avow::cli {
namespace {

ColorMode color_mode(const std::string& word) {
  constexpr auto modes = enum_names<ColorMode>(
      {{ColorMode::automatic, "auto"}, {ColorMode::always, "always"}, {ColorMode::never, "never"}});
  return parse_word("--color", word, modes);
}

/// Of the newest journal entry; all zero when there is none.
Digest last_chain(Store& store) {
  Digest last;
  store.journal({}, [&](const JournalEntry& entry) {
    last = entry.chain;
    return true;
  });
  return last;
}

}  // namespace

Session::Session(Console& console, const GlobalFlags& flags)
    : console_(console), settings_(read_settings(flags)), clocks_(parse_clocks(flags.as_of, flags.today)) {
  // Unset, today is this day: a verdict that was judged as if later is not yet so.
  clocks_.today = today_of(clocks_, system_now());
  console_.set_quiet(flags.quiet);
  console_.set_verbose(flags.verbose);
  console_.set_color(color_mode(settings_.color));
}

Session::~Session() = default;

Day Session::today() const {
  return *clocks_.today;
}

Format Session::format(Format on_terminal, Format otherwise) const {
  if (!settings_.format.empty()) return parse_word("--format", settings_.format, formats);
  return console_.output_is_terminal() ? on_terminal : otherwise;
}

Format Session::format_for_programs() const {
  return settings_.flag_format.empty() ? Format::ndjson : parse_word("--format", settings_.flag_format, formats);
}

RowOptions Session::row_options(std::vector<std::string> columns) const {
  return {format(), std::move(columns), console_.output_width(), console_.colored_output()};
}

RowWriter::Write Session::results() {
  return [this](std::string_view bytes) { console_.write(bytes); };
}

Store& Session::store(Access access) {
  if (store_) return *store_;
  if (!database_exists() && access != Access::create)
    throw Error(ErrorCode::not_found, fmt::format("{}: there is no such store", settings_.database.string()),
                "`avow ingest FILE` makes one; name another with --db FILE or AVOW_DB");
  if (!database_exists()) {
    const Vocabulary vocabulary = read_vocabulary(default_vocabulary_folder());
    make_store(
        [&](Store& made) { add_vocabulary(made, vocabulary, settings_.actor, "the vocabulary that Avow ships"); });
  } else {
    store_ =
        open_store(settings_.database, {.mode = access == Access::read ? OpenMode::read_only : OpenMode::read_write});
  }
  if (access != Access::read) console_.keep_going_without_reader();
  return *store_;
}

void Session::fill_store(const std::function<void(Store&)>& fill) {
  if (database_exists()) return fill(store(Access::write));
  Digest last;
  make_store([&](Store& made) {
    fill(made);
    last = last_chain(made);
  });
  // Somebody else may have made a store there in the meantime: then what was filled was thrown away.
  if (last_chain(*store_) != last)
    throw Error(ErrorCode::io,
                fmt::format("{}: somebody else made a store there at the same time", settings_.database.string()),
                "run the command again");
}

void Session::make_store(const std::function<void(Store&)>& fill) {
  store_ = open_store(settings_.database, {.mode = OpenMode::create, .prepare = fill});
  console_.note(fmt::format("made the store {}", settings_.database.string()));
}

bool Session::database_exists() const {
  std::error_code error;
  return std::filesystem::exists(settings_.database, error) &&
         std::filesystem::file_size(settings_.database, error) != 0;
}

const Lexicon& Session::lexicon() {
  if (!lexicon_) lexicon_ = std::make_unique<Lexicon>(Lexicon::of(*store_, clocks_));
  return *lexicon_;
}

const Lexicon& Session::lexicon_for_reading() {
  lexicon();
  lexicon_->read_with(attribution_model());
  return *lexicon_;
}

const Names& Session::names() {
  if (!names_) names_ = std::make_unique<Names>(Names::of(*store_, clocks_));
  return *names_;
}

std::shared_ptr<const text::AttributionModel> Session::attribution_model() const {
  return text::AttributionModel::installed(model_folders());
}

std::vector<std::filesystem::path> Session::model_folders() const {
  return settings_.model_folders.empty() ? default_model_folders() : settings_.model_folders;
}

const std::vector<FoundPlugin>& Session::found_plugins() {
  if (!found_plugins_) {
    const auto& folders = settings_.plugin_folders;
    found_plugins_ = std::make_unique<std::vector<FoundPlugin>>(find_plugins(
        folders.empty() ? default_plugin_folders() : folders, {settings_.plugin_configurations, model_folders()}));
  }
  return *found_plugins_;
}

std::vector<Plugin*> Session::plugins() {
  const bool first = !found_plugins_;
  std::vector<Plugin*> loaded;
  for (const FoundPlugin& found : found_plugins()) {
    if (found.plugin)
      loaded.push_back(found.plugin.get());
    else if (first)
      console_.problem(fmt::format("plugin in {} is not used: {}", found.folder.string(), found.failure),
                       "`avow plugins` lists all");
  }
  if (loaded.empty())
    throw Error(ErrorCode::plugin, "no plugin could be loaded, so there is nothing to find or to check claims with",
                "`avow plugins` says where they were looked for; name a folder of plugins with --plugin-path");
  return loaded;
}

std::vector<std::unique_ptr<Plugin>> Session::more_of_those(bool (Plugin::*that_do)() const) const {
  std::vector<std::unique_ptr<Plugin>> more;
  for (const FoundPlugin& found : *found_plugins_)
    if (found.plugin && ((*found.plugin).*that_do)()) more.push_back(load_plugin(found.folder, found.configuration));
  return more;
}

std::vector<std::unique_ptr<Plugin>> Session::more_plugins() const {
  return more_of_those(&Plugin::is_detector);
}

std::vector<std::unique_ptr<Plugin>> Session::more_checkers() const {
  return more_of_those(&Plugin::is_checker);
}

std::unique_ptr<Store> Session::another_store() const {
  return open_store(settings_.database, {.mode = OpenMode::read_only});
}

}  // namespace avow::cli
