#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace avow::learn {

/// What words mean by the company they keep: a vector of unit length for each word that is frequent enough in a body of
/// text. Words are the slots that a sentence model keeps them in (sdk::SentenceReader), so two words of one slot are
/// one.
class WordVectors {
 public:
  static constexpr std::size_t size = 64;

  WordVectors() = default;
  /// Positive pointwise mutual information of words at most five words apart, nearer ones counting more (Levy, Goldberg
  /// and Dagan 2015), brought to `size` numbers a word by subspace iteration. The same texts give the same vectors.
  WordVectors(std::span<const std::string> texts, unsigned bits);

  unsigned bits() const noexcept { return bits_; }
  /// `size` numbers; null for a slot without a vector.
  const float* of(std::uint32_t slot) const noexcept {
    return slot >= index_.size() || index_[slot] < 0 ? nullptr
                                                     : &vectors_[static_cast<std::size_t>(index_[slot]) * size];
  }
  std::size_t words() const noexcept { return vectors_.size() / size; }

 private:
  unsigned bits_ = 0;
  std::vector<std::int32_t> index_;  // by slot
  std::vector<float> vectors_;
};

}  // namespace avow::learn
