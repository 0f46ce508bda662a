#include "read/child_process.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "base/error.hpp"

namespace avow {
namespace {

constexpr std::size_t max_messages = 2000;
/// Of the child, when it could not become the program.
constexpr int cannot_run = 127;

[[noreturn]] void refuse(const char* what) {
  throw Error(ErrorCode::io, fmt::format("{}: {}", what, std::generic_category().message(errno)),
              "see whether memory or processes are short");
}

/// A descriptor that is closed at the end.
class Descriptor {
 public:
  Descriptor(int number, const char* what) : number_(number) {
    if (number < 0) refuse(what);
  }
  ~Descriptor() { close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int operator*() const { return number_; }

 private:
  int number_;
};

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto done = write(descriptor, bytes.data(), bytes.size());
    if (done < 0 && errno != EINTR) refuse("handing over a document");
    if (done > 0) bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  if (lseek(descriptor, 0, SEEK_SET) != 0) refuse("handing over a document");
}

std::string read_all(int descriptor, std::size_t most) {
  const auto size = std::max<off_t>(lseek(descriptor, 0, SEEK_END), 0);
  std::string bytes(std::min(static_cast<std::size_t>(size), most), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const auto got = pread(descriptor, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (const auto& string : strings) out.push_back(const_cast<char*>(string.c_str()));
  out.push_back(nullptr);
  return out;
}

/// All that the child needs, made before the fork: behind it nothing may be allocated.
struct Start {
  const char* path;
  char* const* arguments;
  char* const* environment;
  std::array<int, 3> descriptors;
  const ChildLimits& limits;
  pid_t parent;
};

/// Past the limit the system tells the process by a signal of its own where it has one, and kills it after the grace.
bool set_limit(int resource, std::size_t value, std::size_t grace = 0) {
  const rlimit limit{value, value + grace};
  return setrlimit(static_cast<__rlimit_resource>(resource), &limit) == 0;
}

[[noreturn]] void become(const Start& start) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  for (const int number : {SIGPIPE, SIGXFSZ, SIGXCPU}) signal(number, SIG_DFL);
  const bool tied = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == start.parent;
  const bool limited = set_limit(RLIMIT_AS, start.limits.memory) && set_limit(RLIMIT_FSIZE, start.limits.output) &&
                       set_limit(RLIMIT_CPU, static_cast<std::size_t>(start.limits.cpu.count()), 1) &&
                       set_limit(RLIMIT_CORE, 0);
  bool placed = true;
  for (int i = 0; i < 3; ++i) placed = placed && dup2(start.descriptors[static_cast<std::size_t>(i)], i) == i;
  if (tied && limited && placed && close_range(3, ~0U, 0) == 0) execve(start.path, start.arguments, start.environment);
  _exit(cannot_run);
}

/// Whether the process ends within the time. glibc 2.36 declares pidfd_open for C only.
bool ends_within(pid_t child, std::chrono::seconds limit) {
  const Descriptor watch(static_cast<int>(syscall(SYS_pidfd_open, child, 0)), "watching a program");
  const auto until = std::chrono::steady_clock::now() + limit;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    pollfd ready{*watch, POLLIN, 0};
    const int found = poll(&ready, 1, static_cast<int>(std::max<decltype(left)>(left, 0)));
    if (found > 0) return true;
    if (found == 0 && left <= 0) return false;
    if (found < 0 && errno != EINTR) refuse("waiting for a program");
  }
}

/// Ends and reaps the child, whatever happens on the way.
class Child {
 public:
  explicit Child(pid_t number) : number_(number) {}
  ~Child() {
    if (number_ > 0) kill(number_, SIGKILL), wait();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int wait() {
    int status = 0;
    while (waitpid(number_, &status, 0) < 0 && errno == EINTR) continue;
    number_ = -1;
    return status;
  }
  pid_t number() const { return number_; }

 private:
  pid_t number_;
};

void note_end(int status, ChildResult& result) {
  if (WIFEXITED(status)) {
    result.code = WEXITSTATUS(status);
    return;
  }
  result.code = WTERMSIG(status);
  const bool slow = result.code == SIGXCPU;
  const bool large = result.code == SIGXFSZ;
  using End = ChildResult::End;
  result.end = slow ? End::too_slow : large ? End::too_large : End::killed;
}

}  // namespace

std::optional<std::string> find_program(const std::string& program) {
  if (program.find('/') != std::string::npos)
    return access(program.c_str(), X_OK) == 0 ? std::optional(program) : std::nullopt;
  const char* const set = std::getenv("PATH");
  std::string_view path = set == nullptr ? "/usr/local/bin:/usr/bin:/bin" : set;
  while (!path.empty()) {
    const auto end = std::min(path.find(':'), path.size());
    const auto candidate = fmt::format("{}/{}", path.substr(0, end), program);
    if (end > 0 && access(candidate.c_str(), X_OK) == 0) return candidate;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return std::nullopt;
}

ChildResult run_limited(const std::string& path, const std::vector<std::string>& arguments, std::string_view input,
                        const ChildLimits& limits) {
  const Descriptor in(memfd_create("avow-input", MFD_CLOEXEC), "making a file in memory");
  const Descriptor out(memfd_create("avow-output", MFD_CLOEXEC), "making a file in memory");
  const Descriptor messages(memfd_create("avow-messages", MFD_CLOEXEC), "making a file in memory");
  write_all(*in, input);
  std::vector<std::string> all{path};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const auto argument_pointers = pointers(all);
  const std::vector<std::string> environment{"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8"};
  const auto environment_pointers = pointers(environment);
  const Start start{path.c_str(), argument_pointers.data(), environment_pointers.data(), {*in, *out, *messages}, limits,
                    getpid()};
  Child child(fork());
  if (child.number() < 0) refuse("starting a program");
  if (child.number() == 0) become(start);
  ChildResult result;
  if (ends_within(child.number(), limits.wall)) {
    note_end(child.wait(), result);
  } else {
    result.end = ChildResult::End::too_slow;
  }
  result.output = read_all(*out, limits.output);
  result.messages = read_all(*messages, max_messages);
  return result;
}

}  // namespace avow
