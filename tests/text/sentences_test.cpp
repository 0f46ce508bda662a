#include <gmock/gmock.h>

#include "text/annotate.hpp"

namespace avow {
namespace {

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : annotate(text, {}, Gazetteer()).sentences) out.emplace_back(sentence.span.of(text));
  return out;
}

TEST(Sentences, KeepTitlesInitialsAndMonthsWhole) {
  EXPECT_THAT(sentences("Mr. Oak met Gen. P. Q. Elm on Jan. 5 in the U.S. capital. They talked."),
              testing::ElementsAre("Mr. Oak met Gen. P. Q. Elm on Jan. 5 in the U.S. capital.", "They talked."));
}

}  // namespace
}  // namespace avow
