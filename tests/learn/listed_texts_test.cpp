#include "learn/listed_texts.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

namespace avow::learn {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> shown(std::string_view bytes) {
  std::vector<std::string> all;
  for (const ListedText& one : listed_texts(bytes, "list")) all.push_back(one.id + "|" + one.text + "|" + one.title);
  return all;
}

std::string refusal(std::string_view bytes) {
  try {
    listed_texts(bytes, "list");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(ListedTexts, HaveColumnsByNameOrByPlace) {
  EXPECT_THAT(shown("title\tvclaim\tvclaim_id\r\nFerries\tFares rise.\t7\r\n"), ElementsAre("7|Fares rise.|Ferries"));
  EXPECT_THAT(shown("7\tFares rise.\tFerries\n\n8\tBread\n"), ElementsAre("7|Fares rise.|Ferries", "8|Bread|"));
  EXPECT_THAT(shown("\xEF\xBB\xBFtext,id\n\"Fares, and bread\",x\n"), ElementsAre("x|Fares, and bread|"));
  EXPECT_THAT(shown("text\nFares\nBread"), ElementsAre("2|Fares|", "3|Bread|"));
  EXPECT_THAT(shown(""), IsEmpty());
}

TEST(ListedTexts, TakeQuotesAsPostsHaveThem) {
  EXPECT_THAT(
      shown("1\t\"Two\nlines \"\"here\"\"\"\n2\tThe \"ferry\" rose\n3\t\"Ferry\" fares\n4\t\"never closed\n5\tBread"),
      ElementsAre("1|Two\nlines \"here\"|", "2|The \"ferry\" rose|", "3|\"Ferry\" fares|", "4|\"never closed|",
                  "5|Bread|"));
}

TEST(ListedTexts, AreReadFromObjects) {
  EXPECT_THAT(shown("{\"id\": 3, \"text\": \"Fares\", \"title\": \"Ferries\"}\n\n{\"tweet_content\": \"Bread\"}\n"),
              ElementsAre("3|Fares|Ferries", "3|Bread|"));
  EXPECT_THAT(shown("{\n \"vclaim\": \"Fares\",\n \"vclaim_id\": \"a\"\n}\n"), ElementsAre("a|Fares|"));
}

TEST(ListedTexts, SayWhichLineHasNoText) {
  EXPECT_THAT(refusal("1\tFares\n2\n"), HasSubstr("list, line 2"));
  EXPECT_THAT(refusal("{\"text\": \"Fares\"}\n{\"id\": 1}\n"), HasSubstr("list, line 2"));
  EXPECT_THAT(refusal("{\"text\": \"Fares\"}\n{\"id\": \n"), HasSubstr("list, line 2"));
}

TEST(ListedTexts, OfAFolderAreNamedByTheirFiles) {
  const TempFolder folder;
  std::ofstream(folder / "b.json") << "{\n\"vclaim\": \"Fares\"}\n";
  std::ofstream(folder / "a.json") << R"({"vclaim": "Bread", "vclaim_id": "z"})";
  std::ofstream(folder / "c.json") << R"({"vclaim": "Ferries"})";
  std::ofstream(folder / "notes.json") << R"({"licence": "none"})";
  const auto texts = listed_texts_at(folder.path());
  ASSERT_EQ(texts.size(), 3u);
  EXPECT_EQ(texts[0].id, "z");
  EXPECT_EQ(texts[1].id, "b");
  EXPECT_EQ(texts[2].id, "c");
  EXPECT_THROW(listed_texts_at(folder / "none"), Error);
}

}  // namespace
}  // namespace avow::learn
