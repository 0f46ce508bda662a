#pragma once

#include <string>
#include <vector>

#include "common/word_source.hpp"
#include "store/store.hpp"

/// Invented documents with claims, to fill a store with.
namespace avow::bench {

struct Sample {
  Document document;
  std::string raw;
  std::vector<Claim> claims;
  std::vector<Reading> readings;  ///< one of each claim, in the same order
};

struct SampleShape {
  std::size_t claims = 12;     ///< each a sentence of its own
  std::size_t sentences = 40;  ///< of which the claims are, evenly spread
  std::size_t words_per_sentence = 15;
  int speakers = 500;  ///< speaker 0 has one claim in ten, the others share the rest
};

/// The same for the same number, shape and state of the words.
Sample make_sample(WordSource& words, int number, const SampleShape& shape);

/// As one journal entry.
void add(StoreWriter& writer, const Sample& sample);

}  // namespace avow::bench
