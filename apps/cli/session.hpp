#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/settings.hpp"
#include "publish/rows.hpp"
#include "store/filters.hpp"
#include "text/attribution_model.hpp"

namespace avow {
class Lexicon;
class Names;
class Plugin;
class Store;
struct FoundPlugin;
}  // namespace avow

namespace avow::cli {

/// One run of one command: its settings, its clocks, and what it needs of the engine, each opened when first asked for.
class Session {
 public:
  /// Throws Error (usage, bad_input) for wrong global options or settings.
  Session(Console& console, const GlobalFlags& flags);
  ~Session();

  Console& console() { return console_; }
  const Settings& settings() const { return settings_; }
  const Clocks& clocks() const { return clocks_; }
  /// --today, else the clock's day.
  Day today() const;

  /// The format asked for, else by where the results go.
  Format format(Format on_terminal = Format::table, Format otherwise = Format::ndjson) const;
  /// The one of --format, else NDJSON: for what programs read, whatever format a user likes to look at.
  Format format_for_programs() const;
  /// For rows whose tables show these columns.
  RowOptions row_options(std::vector<std::string> columns) const;
  /// Where rows go: standard output.
  RowWriter::Write results();

  enum class Access {
    read,   ///< the store must exist
    write,  ///< the store must exist
    create  ///< made, with the shipped vocabulary, when it is not there
  };
  /// The store, opened at the first call; later calls must ask for the same.
  Store& store(Access access);
  /// Puts something into the store. When there is none it is made without the shipped vocabulary, as what comes in
  /// brings its own, and nobody sees it before `fill` is done; what `fill` throws leaves nothing behind.
  void fill_store(const std::function<void(Store&)>& fill);
  /// The names that the opened store knows at the clocks.
  const Lexicon& lexicon();
  /// The same with the model of who said what, for commands that read documents. Before it is shared with threads.
  const Lexicon& lexicon_for_reading();
  const Names& names();
  /// The model of who said what among the models of yours; null when there is none.
  std::shared_ptr<const text::AttributionModel> attribution_model() const;
  /// Plugins that could be loaded; what could not is said on standard error, once.
  std::vector<Plugin*> plugins();
  // For another thread, from any thread:
  /// New instances of those plugins that detect, or that check; once plugins() was called.
  std::vector<std::unique_ptr<Plugin>> more_plugins() const;
  std::vector<std::unique_ptr<Plugin>> more_checkers() const;
  /// The store opened once more, for reading.
  std::unique_ptr<Store> another_store() const;
  /// All that was looked into.
  const std::vector<FoundPlugin>& found_plugins();

 private:
  std::vector<std::unique_ptr<Plugin>> more_of_those(bool (Plugin::*that_do)() const) const;
  void make_store(const std::function<void(Store&)>& fill);
  bool database_exists() const;
  std::vector<std::filesystem::path> model_folders() const;

  Console& console_;
  Settings settings_;
  Clocks clocks_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<Names> names_;
  std::unique_ptr<std::vector<FoundPlugin>> found_plugins_;
};

}  // namespace avow::cli
