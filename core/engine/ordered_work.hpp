#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace avow {

/// Pieces of work done by several threads and ended in the order they were added, each end on the thread that adds: so
/// what the ends write is the same with one thread and with many. Threads are begun as work comes; with one the work is
/// done by the adding thread itself, at once. Only one thread calls these functions.
class OrderedWork {
 public:
  using Work = std::function<void(std::size_t thread)>;  ///< told which thread does it, from 0
  using End = std::function<void()>;
  /// Weighed in bytes of documents: so many are read ahead for the threads that analyze.
  static constexpr std::size_t held_bytes = std::size_t{64} << 20;

  /// `max_weight`: add() waits while pieces of more than this weight in all, or many pieces a thread, are not ended.
  OrderedWork(std::size_t threads, std::size_t max_weight);
  /// Waits for the work that was begun. What was not ended is dropped.
  ~OrderedWork();
  OrderedWork(const OrderedWork&) = delete;
  OrderedWork& operator=(const OrderedWork&) = delete;

  /// Takes one piece in, and ends those before it that are done. Throws what an end throws, and in place of an end what
  /// its work has thrown.
  void add(std::size_t weight, Work work, End end);
  /// An end without work: what is to be said when all before it is ended.
  void add(End end);
  /// Ends all pieces. Throws as add() does; the pieces behind stay, for another call.
  void finish();

 private:
  struct Piece {
    Work work;
    End end;
    std::size_t weight = 0;
    bool done = false;
    std::exception_ptr failure = {};
  };

  void begin_thread();
  void run(std::size_t thread);
  bool is_full();
  std::optional<Piece> take_front(bool wait);
  static void finish(Piece piece);

  const std::size_t threads_;
  const std::size_t max_weight_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::condition_variable done_;
  std::deque<Piece> pieces_;  ///< in the order they were added; the first `begun_` are done or being done
  std::size_t begun_ = 0;
  std::size_t weight_ = 0;
  std::size_t idle_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace avow
