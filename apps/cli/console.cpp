#include "cli/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/utf8.hpp"
#include "publish/terminal.hpp"

namespace avow::cli {
namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10;
constexpr std::chrono::milliseconds between_bars{100};
constexpr std::size_t bar_cells = 24;

bool dumb_terminal() {
  const char* term = std::getenv("TERM");
  return term != nullptr && std::string_view(term) == "dumb";
}

bool color_refused() {
  const char* no_color = std::getenv("NO_COLOR");
  return no_color != nullptr && *no_color != '\0';
}

unsigned width_of(int stream) {
  winsize size{};
  if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

/// Whatever it is worth: messages have nowhere else to go when standard error is gone.
void write_message(std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string cells(std::uint64_t done, std::uint64_t total) {
  const auto filled = static_cast<std::size_t>(bar_cells * std::min(done, total) / total);
  return "[" + std::string(filled, '#') + std::string(bar_cells - filled, '.') + "]";
}

}  // namespace

Console::Console()
    : output_is_terminal_(isatty(STDOUT_FILENO) == 1), shows_bars_(isatty(STDERR_FILENO) == 1 && !dumb_terminal()) {
  set_color(ColorMode::automatic);
}

Console::~Console() {
  try {
    end_progress();
    flush();
  } catch (...) {  // run() has flushed already; here only an unwinding could still hold something
  }
}

void Console::set_color(ColorMode mode) {
  const bool wanted =
      mode == ColorMode::always || (mode == ColorMode::automatic && !color_refused() && !dumb_terminal());
  const bool everywhere = mode == ColorMode::always;
  colored_output_ = wanted && (everywhere || output_is_terminal_);
  colored_messages_ = wanted && (everywhere || isatty(STDERR_FILENO) == 1);
}

unsigned Console::output_width() const {
  return output_is_terminal_ ? width_of(STDOUT_FILENO) : 0;
}

void Console::write(std::string_view results) {
  buffer_ += results;
  if (buffer_.size() >= buffer_size) flush();
}

void Console::flush() {
  if (buffer_.empty()) return;
  if (output_is_terminal_) end_progress();
  std::string bytes = std::exchange(buffer_, {});
  if (!closed_) write_now(bytes);
  bytes.clear();
  buffer_ = std::move(bytes);  // for its memory
}

void Console::write_now(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
      if (!keep_going_) throw OutputClosed{};
      return;
    } else if (errno != EINTR) {
      closed_ = true;
      throw Error(ErrorCode::io, fmt::format("cannot write the results: {}", std::generic_category().message(errno)),
                  "see whether there is space left where they go");
    }
  }
}

void Console::say(std::string_view line) {
  end_progress();
  if (output_is_terminal_) flush();  // on one screen, in the order things happened
  write_message(line);
}

void Console::problem(std::string_view what, std::string_view advice) {
  std::string text = colored_messages_ ? "\033[1;31mavow:\033[0m " : "avow: ";
  text += terminal_text(what) + "\n";
  if (!advice.empty()) text += "  " + terminal_text(advice) + "\n";
  say(text);
}

void Console::note(std::string_view what) {
  if (!quiet_) say("avow: " + terminal_text(what) + "\n");
}

void Console::detail(std::string_view what) {
  if (verbose_ && !quiet_) say("avow: " + terminal_text(what) + "\n");
}

void Console::progress(std::string_view what, std::uint64_t done, std::uint64_t total) {
  bar_.what = what;
  bar_.done = done;
  bar_.total = total;
  draw();
}

void Console::progress_detail(std::string_view detail) {
  bar_.detail = detail;
  draw();
}

void Console::draw() {
  if (!shows_progress()) return;
  const auto now = std::chrono::steady_clock::now();
  if (bar_drawn_ && now - bar_at_ < between_bars) return;
  bar_at_ = now;
  std::string line = bar_.what;
  line += bar_.total == 0 ? fmt::format(" {}", bar_.done)
                          : fmt::format(" {} {}/{} {}%", cells(bar_.done, bar_.total), bar_.done, bar_.total,
                                        100 * std::min(bar_.done, bar_.total) / bar_.total);
  if (!bar_.detail.empty()) line += ", " + bar_.detail;
  write_message("\r\033[K" + std::string(utf8::prefix(line, width_of(STDERR_FILENO) - 1)));
  bar_drawn_ = true;
}

void Console::end_progress() {
  if (!bar_drawn_) return;
  write_message("\r\033[K");
  bar_drawn_ = false;
}

}  // namespace avow::cli
