#include "avow/sdk/sentence_model.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace avow::sdk {
namespace {

/// Knows one word, and that questions are something else.
SentenceModel small_model() {
  SentenceModel model;
  for (WeightTable* table : {&model.words, &model.letters, &model.meaning}) {
    table->scale = 0.5F;
    table->weights.assign(256, 0);
  }
  model.words.weights[model.words.slot(detail::word_hash("harbour"))] = 40;
  model.style[static_cast<std::size_t>(Style::asks)] = -9;
  model.bias = -2;
  model.slope = 1.5F;
  model.intercept = 0.25F;
  model.threshold = 0.4F;
  return model;
}

std::string failure_of(const std::string& bytes) {
  try {
    SentenceModel::read(bytes);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

/// With the checksum that belongs to what was changed.
std::string changed(std::string bytes, std::size_t at, const std::string& to) {
  bytes.replace(at, to.size(), to);
  bytes.resize(bytes.size() - 4);
  detail::put_number(bytes, detail::checksum(bytes));
  return bytes;
}

TEST(SentenceModel, ScoresByWhatItKnows) {
  const SentenceModel model = small_model();
  EXPECT_GT(model.probability("The harbour grew."), 0.9F);
  EXPECT_LT(model.probability("The bakery grew."), 0.1F);
  EXPECT_LT(model.probability("Has the harbour grown?"), 0.1F);
  EXPECT_LT(model.probability(""), 0.1F);
}

TEST(SentenceModel, ReadsWhatItWrote) {
  const SentenceModel model = small_model();
  const SentenceModel again = SentenceModel::read(model.write());
  EXPECT_EQ(again.write(), model.write());
  EXPECT_EQ(again.score("The harbour grew."), model.score("The harbour grew."));
  EXPECT_EQ(again.threshold, model.threshold);
}

TEST(SentenceModel, RefusesFilesThatAreCutOffChangedOrSomethingElse) {
  const std::string bytes = small_model().write();
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_NE(failure_of(bytes.substr(0, size)), "") << size;
  EXPECT_NE(failure_of(bytes + "x"), "");
  for (const std::size_t at : {std::size_t{0}, std::size_t{9}, std::size_t{30}, std::size_t{200}, bytes.size() - 1}) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 1);
    EXPECT_NE(failure_of(other), "") << at;
  }
}

TEST(SentenceModel, RefusesSizesAndNumbersThatCannotBe) {
  const std::string bytes = small_model().write();
  EXPECT_EQ(failure_of(changed(bytes, 12, "\x3F")), "the model has a table of a size that cannot be");
  EXPECT_EQ(failure_of(changed(bytes, 12, "\x01")), "the model has a table of a size that cannot be");
  EXPECT_EQ(failure_of(changed(bytes, 15, "\x02")), "the model knows other features than this program");
  EXPECT_EQ(failure_of(changed(bytes, 8, "\x07")), "the model is of another version");
  std::string not_a_number;
  detail::put_float(not_a_number, std::numeric_limits<float>::quiet_NaN());
  EXPECT_EQ(failure_of(changed(bytes, 16, not_a_number)), "the model has a number that cannot be");
}

}  // namespace
}  // namespace avow::sdk
