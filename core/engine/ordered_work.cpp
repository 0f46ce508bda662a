#include "engine/ordered_work.hpp"

#include <utility>

namespace avow {
namespace {

/// Enough that no thread waits while one long piece is ahead of many short ones.
constexpr std::size_t pieces_per_thread = 16;

}  // namespace

OrderedWork::OrderedWork(std::size_t threads, std::size_t max_weight) : threads_(threads), max_weight_(max_weight) {}

OrderedWork::~OrderedWork() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  more_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

void OrderedWork::add(std::size_t weight, Work work, End end) {
  if (threads_ <= 1) {
    work(0);
    return end();
  }
  bool wanted = false;
  {
    const std::lock_guard lock(mutex_);
    pieces_.push_back({std::move(work), std::move(end), weight});
    weight_ += weight;
    wanted = pieces_.size() - begun_ > idle_;
  }
  if (wanted && workers_.size() < threads_) begin_thread();
  more_.notify_one();
  while (std::optional<Piece> piece = take_front(is_full())) finish(std::move(*piece));
}

void OrderedWork::add(End end) {
  add(
      0, [](std::size_t) {}, std::move(end));
}

void OrderedWork::finish() {
  while (std::optional<Piece> piece = take_front(true)) finish(std::move(*piece));
}

void OrderedWork::finish(Piece piece) {
  if (piece.failure) std::rethrow_exception(piece.failure);
  piece.end();
}

bool OrderedWork::is_full() {
  const std::lock_guard lock(mutex_);
  return pieces_.size() > threads_ * pieces_per_thread || weight_ > max_weight_;
}

/// The first piece when it is done, or when it is to be waited for.
std::optional<OrderedWork::Piece> OrderedWork::take_front(bool wait) {
  std::unique_lock lock(mutex_);
  if (pieces_.empty()) return std::nullopt;
  if (wait) done_.wait(lock, [this] { return pieces_.front().done; });
  if (!pieces_.front().done) return std::nullopt;
  Piece piece = std::move(pieces_.front());
  pieces_.pop_front();
  --begun_;
  weight_ -= piece.weight;
  return piece;
}

void OrderedWork::begin_thread() {
  workers_.emplace_back([this, thread = workers_.size()] { run(thread); });
}

void OrderedWork::run(std::size_t thread) {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    more_.wait(lock, [this] { return stopping_ || begun_ < pieces_.size(); });
    --idle_;
    if (stopping_) return;
    // Stays where it is while others are added behind it, and is not taken away before it is done.
    Piece& piece = pieces_[begun_++];
    lock.unlock();
    std::exception_ptr failure;
    try {
      piece.work(thread);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    piece.failure = std::move(failure);
    piece.done = true;
    done_.notify_one();
  }
}

}  // namespace avow
