#include "read/encoding.hpp"

#include <gmock/gmock.h>

#include "read/reading.hpp"

namespace avow {
namespace {

using namespace std::string_literals;
using test::error_of;
using testing::HasSubstr;

TEST(Encoding, TakesTheByteOrderMarkOffUtf8) {
  EXPECT_EQ(decode_text("a.txt", "\xEF\xBB\xBFTreaty"), "Treaty");
}

TEST(Encoding, ReadsUtf16OfEitherOrder) {
  EXPECT_EQ(decode_text("a.txt",
                        "\xFF\xFE"
                        "A\0\xE9\0.\0"s),
            "A\xC3\xA9.");
  EXPECT_EQ(decode_text("a.txt",
                        "\xFE\xFF"
                        "\0A\0\xE9\0."s),
            "A\xC3\xA9.");
}

TEST(Encoding, ReadsUtf16WithoutAMark) {
  EXPECT_EQ(decode_text("a.txt", "W\0e\0 \0w\0i\0l\0l\0"s), "We will");
  EXPECT_EQ(decode_text("a.txt", "\0W\0e\0 \0w\0i\0l\0l"s), "We will");
}

TEST(Encoding, NamesTheByteWhereUtf16IsBroken) {
  EXPECT_THAT(error_of("a.txt",
                       "\xFF\xFE"
                       "A\0\x00\xDC"
                       "B\0"s)
                  .what(),
              HasSubstr("byte"));
}

TEST(Encoding, TakesStrayHighBytesForWindows1252) {
  EXPECT_EQ(decode_text("a.txt", "\x93Never\x94, said Andr\xE9."), "\xE2\x80\x9CNever\xE2\x80\x9D, said Andr\xC3\xA9.");
}

TEST(Encoding, RefusesDamagedUtf8NamingTheByte) {
  const auto error = error_of("speech.txt", "Caf\xC3\xA9 na\xC3\xAFve \xFF end");
  EXPECT_EQ(error.code(), ErrorCode::bad_input);
  EXPECT_THAT(error.what(), HasSubstr("speech.txt: byte 13 is not valid UTF-8"));
  EXPECT_FALSE(error.advice().empty());
}

TEST(Encoding, RefusesBytesThatNoEncodingExplains) {
  const auto error = error_of("speech.txt", "plain \x81 text");
  EXPECT_EQ(error.code(), ErrorCode::bad_input);
  EXPECT_THAT(error.what(), HasSubstr("byte 6"));
}

TEST(Encoding, HonoursWhatAPageDeclares) {
  const auto text = decode_text("a.html", "<html><head><meta charset=\"iso-8859-2\"></head><body>\xB1</body></html>");
  EXPECT_THAT(text, HasSubstr("\xC4\x85"));
}

TEST(Encoding, RefusesAPageThatDeclaresUtf8AndIsNot) {
  EXPECT_EQ(error_of("a.html", "<meta charset=utf-8><p>\xE9t\xE9</p>").code(), ErrorCode::bad_input);
}

TEST(Encoding, MakesLineEndsOneAndControlsBlank) {
  EXPECT_EQ(decode_text("a.txt",
                        "one\r\ntwo\rthree\x0B"
                        "four\tfive"),
            "one\ntwo\nthree four\tfive");
}

TEST(Encoding, NamesBinaryFilesForWhatTheyAre) {
  EXPECT_THAT(error_of("a", "PK\x03\x04zip").what(), HasSubstr("ZIP"));
  EXPECT_THAT(error_of("a",
                       "\x7F"
                       "ELF\x02")
                  .what(),
              HasSubstr("ELF"));
  EXPECT_THAT(error_of("a", "text\0with"s).what(), HasSubstr("byte 4 is NUL"));
  EXPECT_THAT(error_of("a", std::string(100, '\x02')).what(), HasSubstr("control characters"));
}

TEST(Encoding, RefusesEmptyAndBlankFiles) {
  EXPECT_THAT(error_of("a.txt", "").what(), HasSubstr("a.txt: is empty"));
  EXPECT_THAT(error_of("a.txt", " \n\t\r\n").what(), HasSubstr("white space only"));
  EXPECT_EQ(error_of("a.txt", "").code(), ErrorCode::bad_input);
}

}  // namespace
}  // namespace avow
