#include "engine/ordered_work.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>

namespace avow {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<int> up_to(int count) {
  std::vector<int> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

/// Earlier pieces take longer, so that later ones are done before them.
void take_longer_when_earlier(int piece) {
  std::this_thread::sleep_for(std::chrono::microseconds(piece % 7 == 0 ? 300 : 10));
}

class OrderedWorkOf : public testing::TestWithParam<std::size_t> {};

TEST_P(OrderedWorkOf, EndsPiecesInTheOrderTheyWereAddedOnTheAddingThread) {
  std::vector<int> ended;
  const auto here = std::this_thread::get_id();
  OrderedWork work(GetParam(), 1000);
  for (int piece = 0; piece < 200; ++piece)
    work.add(
        1, [piece](std::size_t) { take_longer_when_earlier(piece); },
        [&, piece] {
          EXPECT_EQ(std::this_thread::get_id(), here);
          ended.push_back(piece);
        });
  work.finish();
  EXPECT_EQ(ended, up_to(200));
}

TEST_P(OrderedWorkOf, EndsInTurnWhatNeedsNoWork) {
  std::vector<int> ended;
  OrderedWork work(GetParam(), 1000);
  for (int piece = 0; piece < 50; ++piece) {
    const auto end = [&ended, piece] { ended.push_back(piece); };
    if (piece % 3 == 0) {
      work.add(end);
    } else {
      work.add(
          1, [piece](std::size_t) { take_longer_when_earlier(piece); }, end);
    }
  }
  work.finish();
  EXPECT_EQ(ended, up_to(50));
}

TEST_P(OrderedWorkOf, GivesEachThreadItsOwnNumber) {
  std::mutex mutex;
  std::set<std::pair<std::size_t, std::thread::id>> seen;
  OrderedWork work(GetParam(), 1000);
  for (int piece = 0; piece < 100; ++piece)
    work.add(
        1,
        [&, piece](std::size_t thread) {
          take_longer_when_earlier(piece);
          const std::lock_guard lock(mutex);
          seen.emplace(thread, std::this_thread::get_id());
        },
        [] {});
  work.finish();
  EXPECT_LE(seen.size(), GetParam());
  std::set<std::size_t> numbers;
  for (const auto& [number, id] : seen) numbers.insert(number);
  EXPECT_THAT(numbers, SizeIs(seen.size())) << "one thread a number";
}

TEST_P(OrderedWorkOf, HoldsNoMoreThanItsWeight) {
  std::atomic<int> held = 0;
  int most = 0;
  OrderedWork work(GetParam(), 10);
  for (int piece = 0; piece < 100; ++piece) {
    most = std::max(most, ++held);
    work.add(
        5, [piece](std::size_t) { take_longer_when_earlier(piece); }, [&] { --held; });
  }
  work.finish();
  EXPECT_EQ(held, 0);
  EXPECT_LE(most, 4) << "two of five are ten; one more is being added, and one is let in before the wait";
}

TEST_P(OrderedWorkOf, ThrowsWhatAPieceThrewWhenItsTurnComesAndGoesOn) {
  std::vector<int> ended;
  std::vector<std::string> thrown;
  OrderedWork work(GetParam(), 1000);
  const auto guarded = [&](const auto& step) {
    try {
      step();
    } catch (const std::runtime_error& error) {
      thrown.emplace_back(error.what() + std::to_string(ended.size()));
    }
  };
  for (int piece = 0; piece < 5; ++piece)
    guarded([&] {
      work.add(
          1,
          [piece](std::size_t) {
            if (piece == 2) throw std::runtime_error("after ");
          },
          [&, piece] { ended.push_back(piece); });
    });
  for (int call = 0; call < 2; ++call) guarded([&] { work.finish(); });
  EXPECT_THAT(thrown, ElementsAre("after 2"));
  EXPECT_THAT(ended, ElementsAre(0, 1, 3, 4));
}

TEST_P(OrderedWorkOf, DropsWhatWasNotEnded) {
  int ended = 0;
  {
    OrderedWork work(GetParam(), 1000);
    for (int piece = 0; piece < 20; ++piece)
      work.add(
          1, [](std::size_t) {}, [&] { ++ended; });
  }
  EXPECT_LE(ended, 20);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedWorkOf, testing::Values(1, 2, 5));

}  // namespace
}  // namespace avow
