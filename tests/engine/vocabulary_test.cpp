#include "engine/vocabulary.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "fixture.hpp"

namespace avow {
namespace {

class Vocabularies : public EngineTest {};

TEST_F(Vocabularies, NameWhatWouldGoBackToAnEarlierVersion) {
  Vocabulary vocabulary;
  vocabulary.entities.push_back({"lamp-makers", EntityKind::organisation, "Lamp Makers", "", {}, {}});
  EXPECT_EQ(add_vocabulary(*store, vocabulary, "test", ""), 1u);
  EXPECT_EQ(add_vocabulary(*store, vocabulary, "test", ""), 0u);
  Vocabulary renamed = vocabulary;
  renamed.entities[0].name = "The Lamp Makers";
  EXPECT_EQ(add_vocabulary(*store, renamed, "test", ""), 1u);
  try {
    add_vocabulary(*store, vocabulary, "test", "");
    FAIL() << "the earlier version was lost without a word";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::usage);
    EXPECT_NE(std::string(error.what()).find("lamp-makers"), std::string::npos);
  }
}

}  // namespace
}  // namespace avow
