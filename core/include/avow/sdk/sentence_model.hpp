#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "avow/sdk/sentence_features.hpp"

/// A linear model of sentences: how likely one is of the sort that the model learned. Its file, all numbers
/// little-endian:
///   8 bytes  "AVOWSENT"
///   4 bytes  version, 1
///   3 bytes  bits of the tables of words, letters, meaning; 1 byte how many style weights
///   7 floats scale of each table, bias, slope and intercept of the calibration, threshold
///   floats   style weights
///   bytes    the tables, one signed byte a weight
///   4 bytes  FNV-1a of all before
namespace avow::sdk {

/// Weights of one sort of hashed feature; a weight is `scale` times its byte.
struct WeightTable {
  float scale = 0;
  std::vector<std::int8_t> weights;  ///< a power of two of them

  std::size_t slot(std::uint32_t hash) const noexcept { return hash & (weights.size() - 1); }
};

class SentenceModel {
 public:
  static constexpr unsigned least_bits = 4;
  static constexpr unsigned most_bits = 20;

  WeightTable words, letters, meaning;
  std::array<float, style_count> style{};
  float bias = 0;
  float slope = 1;  ///< the probability is 1 / (1 + exp(-(slope * score + intercept))) (Platt 1999)
  float intercept = 0;
  float threshold = 0.5F;  ///< the probability from which on both classes' F1 was best on what was held out

  /// Linear in the sentence's length; allocates nothing. From any thread.
  float score(std::string_view sentence) const noexcept {
    Sum sum{*this};
    const auto looks = read_features(sentence, sum);
    float total = bias;
    for (std::size_t i = 0; i < style_count; ++i) total += style[i] * looks[i];
    return total + words.scale * mean(sum.of_words, sum.runs) + letters.scale * mean(sum.of_letters, sum.letter_runs) +
           meaning.scale * (sum.tokens == 0 ? 0 : static_cast<float>(sum.of_meaning) / static_cast<float>(sum.tokens));
  }
  /// 0 to 1.
  float probability(std::string_view sentence) const noexcept { return probability_of(score(sentence)); }
  float probability_of(float of_score) const noexcept { return 1 / (1 + std::exp(-(slope * of_score + intercept))); }

  /// Throws std::runtime_error saying what is wrong with the bytes of a model file.
  static SentenceModel read(std::string_view bytes);
  std::string write() const;

 private:
  /// Adds up the weights of what it is told.
  struct Sum {
    const SentenceModel& model;
    std::int64_t of_words = 0, of_letters = 0, of_meaning = 0;
    std::uint32_t runs = 0, letter_runs = 0, tokens = 0;
    void words(std::uint32_t hash) noexcept {
      of_words += model.words.weights[model.words.slot(hash)];
      ++runs;
    }
    void letters(std::uint32_t hash) noexcept {
      of_letters += model.letters.weights[model.letters.slot(hash)];
      ++letter_runs;
    }
    void word(std::uint32_t hash) noexcept {
      of_meaning += model.meaning.weights[model.meaning.slot(hash)];
      ++tokens;
    }
  };
  /// Long sentences have more of everything; the root of how many keeps them comparable.
  static float mean(std::int64_t sum, std::uint32_t number) noexcept {
    return number == 0 ? 0 : static_cast<float>(sum) / std::sqrt(static_cast<float>(number));
  }
};

namespace detail {

inline constexpr std::string_view model_magic = "AVOWSENT";
inline constexpr std::uint32_t model_version = 1;

inline void put_number(std::string& out, std::uint32_t number) {
  for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(number >> (8 * i));
}
inline void put_float(std::string& out, float number) {
  put_number(out, std::bit_cast<std::uint32_t>(number));
}

/// Takes a model's file apart; whatever does not fit ends it.
class ModelBytes {
 public:
  explicit ModelBytes(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t size) {
    if (rest_.size() < size) throw std::runtime_error("the model is cut off");
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  unsigned byte() { return static_cast<unsigned char>(take(1).front()); }
  std::uint32_t number() {
    std::uint32_t out = 0;
    const std::string_view bytes = take(4);
    for (unsigned i = 0; i < 4; ++i) out |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return out;
  }
  float real() {
    const float out = std::bit_cast<float>(number());
    if (!(std::abs(out) < 1e6F)) throw std::runtime_error("the model has a number that cannot be");
    return out;
  }
  void table(WeightTable& into, unsigned bits) {
    const std::string_view bytes = take(std::size_t{1} << bits);
    into.weights.resize(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) into.weights[i] = static_cast<std::int8_t>(bytes[i]);
  }
  bool empty() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

inline std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t hash = hash_seed;
  for (const char c : bytes) hash = hash_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

}  // namespace detail

inline SentenceModel SentenceModel::read(std::string_view bytes) {
  detail::ModelBytes in(bytes);
  if (in.take(detail::model_magic.size()) != detail::model_magic) throw std::runtime_error("it is no sentence model");
  if (in.number() != detail::model_version) throw std::runtime_error("the model is of another version");
  std::array<unsigned, 3> bits{};
  for (unsigned& one : bits) one = in.byte();
  for (const unsigned one : bits)
    if (one < least_bits || one > most_bits) throw std::runtime_error("the model has a table of a size that cannot be");
  if (in.byte() != style_count) throw std::runtime_error("the model knows other features than this program");
  SentenceModel model;
  for (float* one : {&model.words.scale, &model.letters.scale, &model.meaning.scale, &model.bias, &model.slope,
                     &model.intercept, &model.threshold})
    *one = in.real();
  for (float& one : model.style) one = in.real();
  in.table(model.words, bits[0]);
  in.table(model.letters, bits[1]);
  in.table(model.meaning, bits[2]);
  if (in.number() != detail::checksum(bytes.substr(0, bytes.size() - 4)) || !in.empty())
    throw std::runtime_error("the model is damaged: its checksum is another");
  return model;
}

/// The model in a file. Throws std::runtime_error naming it when it cannot be read or is none.
inline SentenceModel read_sentence_model(const std::string& file) {
  constexpr std::size_t largest = std::size_t{4} << 20;
  std::ifstream in(file, std::ios::binary);
  std::string bytes(largest, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.gcount() == 0) throw std::runtime_error("cannot read the model " + file);
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  try {
    return SentenceModel::read(bytes);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(file + ": " + error.what());
  }
}

inline std::string SentenceModel::write() const {
  std::string out(detail::model_magic);
  detail::put_number(out, detail::model_version);
  for (const WeightTable* table : {&words, &letters, &meaning})
    out += static_cast<char>(std::countr_zero(table->weights.size()));
  out += static_cast<char>(style_count);
  for (const float one : {words.scale, letters.scale, meaning.scale, bias, slope, intercept, threshold})
    detail::put_float(out, one);
  for (const float one : style) detail::put_float(out, one);
  for (const WeightTable* table : {&words, &letters, &meaning})
    out.append(reinterpret_cast<const char*>(table->weights.data()), table->weights.size());
  detail::put_number(out, detail::checksum(out));
  return out;
}

}  // namespace avow::sdk
