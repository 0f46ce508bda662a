#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <random>
#include <thread>

#include "contract/store/samples.hpp"

namespace avow {
namespace {

using namespace samples;

/// Kills in a run; AVOW_KILLS=100 for the long one.
int kills() {
  const char* count = std::getenv("AVOW_KILLS");
  return count != nullptr ? std::atoi(count) : 20;
}

Document numbered(int number) {
  Document made = document(number);
  for (int i = 0; i < 40; ++i) made.text += "\nAnd line " + std::to_string(number * 100 + i) + " says something more.";
  return made;
}

/// The child: writes documents from `number` on, some of them to a transaction, and tells each commit through the pipe.
[[noreturn]] void write_until_killed(const std::filesystem::path& file, int number, int pipe) {
  const auto store = open_store(file, options(OpenMode::create, system_now));
  const auto writer = store->begin();
  for (int size = 1;; size = size % 5 + 1) {
    for (const int end = number + size; number < end; ++number) {
      const Document next = numbered(number);
      writer->begin_entry({"ingest", "child", ""});
      writer->add(next, raw_of(number));
      writer->add(pledge_of(next));
      writer->add(cost_of(next));
      writer->add(reading_of(pledge_of(next)));
    }
    writer->commit();
    if (::write(pipe, &number, sizeof number) != sizeof number) _exit(1);
  }
}

/// The last number that arrived before the pipe closed.
int read_reports(int pipe, int none) {
  int last = none;
  for (int number = 0; ::read(pipe, &number, sizeof number) == sizeof number;) last = number;
  return last;
}

/// Starts the child, kills it after the time given and says up to which document it had reported.
int run_and_kill(const std::filesystem::path& file, int first, std::chrono::microseconds life) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    write_until_killed(file, first, ends[1]);
  }
  ::close(ends[1]);
  std::this_thread::sleep_for(life);
  ::kill(child, SIGKILL);
  const int reported = read_reports(ends[0], first);
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
  return reported;
}

/// How many of the four rows of a document are there.
int rows_of(Store& store, int number) {
  const Document made = numbered(number);
  const Claim pledge = pledge_of(made);
  return store.document(id_of(made)).has_value() + store.claim(id_of(pledge)).has_value() +
         store.claim(id_of(cost_of(made))).has_value() + store.reading(id_of(reading_of(pledge))).has_value();
}

TEST(Killing, TheWriterLosesNothingReportedAndHalvesNoDocument) {
  const TempFolder folder;
  const auto file = folder / "store.db";
  std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<int> life(1'000, 150'000);
  int next = 0;
  for (int kill = 0; kill < kills(); ++kill) {
    SCOPED_TRACE("kill " + std::to_string(kill));
    const int reported = run_and_kill(file, next, std::chrono::microseconds(life(random)));
    const auto store = open_store(file, options(OpenMode::create));
    const VerifyResult result = store->verify(5, {});
    ASSERT_TRUE(result.damages.empty()) << result.damages.front().where << ": " << result.damages.front().reason;
    for (int number = next; number < reported; ++number) ASSERT_EQ(rows_of(*store, number), 4) << "document " << number;
    // What was not reported is whole or absent: a transaction of at most five was under way.
    next = reported;
    while (rows_of(*store, next) == 4) ++next;
    for (int number = next; number < next + 6; ++number) ASSERT_EQ(rows_of(*store, number), 0) << "document " << number;
    ASSERT_LE(next - reported, 5);
  }
  EXPECT_EQ(open_store(file, options(OpenMode::read_only))->counts().documents, static_cast<std::uint64_t>(next));
}

}  // namespace
}  // namespace avow
