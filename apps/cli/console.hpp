#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace avow::cli {

enum class ColorMode { automatic, always, never };

/// Whoever read our results has gone away (`| head`): no error, only an end.
struct OutputClosed {};

/// The two streams: results to standard output, everything else to standard error, and one progress bar that neither
/// of them breaks. Used by one thread.
class Console {
 public:
  Console();
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void set_quiet(bool quiet) { quiet_ = quiet; }
  void set_verbose(bool verbose) { verbose_ = verbose; }
  void set_color(ColorMode mode);
  /// Commands that write go on when nobody reads their results any more; the others end by OutputClosed.
  void keep_going_without_reader() { keep_going_ = true; }

  bool output_is_terminal() const { return output_is_terminal_; }
  /// Whether results may hold colours.
  bool colored_output() const { return colored_output_; }
  /// Columns of the terminal that results go to; 0 when they go to none.
  unsigned output_width() const;

  /// Buffered. Throws OutputClosed, Error (io).
  void write(std::string_view results);
  void flush();

  /// "avow: what", and the advice indented below it. Said even when quiet.
  void problem(std::string_view what, std::string_view advice = {});
  void problem(const Error& error) { problem(error.what(), error.advice()); }
  /// Said unless quiet.
  void note(std::string_view what);
  /// Said only when verbose.
  void detail(std::string_view what);

  /// Whether a bar would be seen; what it counts need not be counted otherwise.
  bool shows_progress() const { return shows_bars_ && !quiet_; }
  /// Draws the bar, at most ten times a second. `total` 0: not known.
  void progress(std::string_view what, std::uint64_t done, std::uint64_t total);
  /// The same bar with other words behind it.
  void progress_detail(std::string_view detail);
  void end_progress();

 private:
  void say(std::string_view line);
  void draw();
  void write_now(std::string_view bytes);

  std::string buffer_;
  bool quiet_ = false;
  bool verbose_ = false;
  bool keep_going_ = false;
  bool closed_ = false;
  bool output_is_terminal_;
  bool shows_bars_;
  bool colored_output_ = false;
  bool colored_messages_ = false;
  struct Bar {
    std::string what, detail;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
  };
  Bar bar_;
  bool bar_drawn_ = false;
  std::chrono::steady_clock::time_point bar_at_{};
};

}  // namespace avow::cli
