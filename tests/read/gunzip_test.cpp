#include "read/gunzip.hpp"

#include <gmock/gmock.h>
#include <zlib.h>

#include "read/reading.hpp"

namespace avow {
namespace {

using test::error_of;
using test::read_all;
using testing::HasSubstr;

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

TEST(Gunzip, UnpacksBeforeReading) {
  const auto read = read_all("a.gz", gzip("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"));
  ASSERT_EQ(read.documents.size(), 2U);
  EXPECT_EQ(read.documents[1].document.text, "Two.");
}

TEST(Gunzip, PutsMembersTogether) {
  EXPECT_EQ(gunzip("a", gzip("one ") + gzip("two"), 100), "one two");
}

TEST(Gunzip, RefusesDamage) {
  const auto whole = gzip("We will mend the quay before the winter.");
  EXPECT_EQ(error_of("a.gz", whole.substr(0, whole.size() - 12)).code(), ErrorCode::bad_input);
  EXPECT_EQ(error_of("a.gz", whole + "rest").code(), ErrorCode::bad_input);
}

TEST(Gunzip, RefusesABombAndAPackInAPack) {
  ReadLimits limits;
  limits.max_bytes = 100'000;
  EXPECT_EQ(error_of("a.gz", gzip(std::string(200'000, 'a')), limits).code(), ErrorCode::limit);
  EXPECT_THAT(error_of("a.gz", gzip(gzip("text"))).what(), HasSubstr("a gzip archive"));
}

}  // namespace
}  // namespace avow
