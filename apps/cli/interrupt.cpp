#include "cli/interrupt.hpp"

#include <csignal>

#include "base/error.hpp"

namespace avow::cli {
namespace {

volatile std::sig_atomic_t pressed = 0;

extern "C" void note_interrupt(int) {
  pressed = 1;
}

}  // namespace

void watch_signals() {
  struct sigaction on_interrupt {};
  on_interrupt.sa_handler = note_interrupt;
  on_interrupt.sa_flags = static_cast<int>(SA_RESETHAND);  // the second one kills; no SA_RESTART, so that reads end
  sigemptyset(&on_interrupt.sa_mask);
  sigaction(SIGINT, &on_interrupt, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool interrupted() noexcept {
  return pressed != 0;
}

void stop_if_interrupted() {
  if (interrupted())
    throw Error(ErrorCode::interrupted, "interrupted",
                "what was reported as done is stored; run it again for the rest");
}

}  // namespace avow::cli
