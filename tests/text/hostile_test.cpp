#include <gtest/gtest.h>

#include "text/annotate.hpp"

namespace avow {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

/// Each would take minutes if some finder looked at all of the text for every part of it.
TEST(HostileText, IsReadInLinearTime) {
  for (const std::string_view part : {"“",
                                      "\"",
                                      "said ",
                                      "Oak ",
                                      "OAK: ",
                                      "OAK:\n",
                                      "1 ",
                                      "1,000 ",
                                      "hundred ",
                                      "in ",
                                      "by the end of ",
                                      ", said Oak",
                                      "(",
                                      "2-",
                                      "the next ",
                                      "A. ",
                                      "Q: ?\n",
                                      "Oak said that ",
                                      "according to ",
                                      "-\n",
                                      "'s",
                                      "2014 ",
                                      "of of of ",
                                      "’",
                                      "Jan. ",
                                      "."}) {
    const std::string text = repeated(part, 400000 / part.size());
    for (const Sentence& sentence : annotate(text, Date::parse("2025-01-01").value(), Gazetteer()).sentences)
      ASSERT_LE(sentence.span.end, text.size()) << part;
  }
}

TEST(HostileText, ManyDistinctSpeakersAreReadInLinearTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i)
    text += "ANNA A" + std::to_string(i) + "B: Is it?\nANNA A" + std::to_string(i) + "B: It is.\n";
  EXPECT_NO_THROW(annotate("RITA, MODERATOR\n\n" + text, {}, Gazetteer()));
}

}  // namespace
}  // namespace avow
