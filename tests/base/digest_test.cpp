#include "base/digest.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

TEST(Digests, AreSha256) {
  // FIPS 180-4 example values for "" and "abc".
  EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digests, ReadBackFromHexAndFromNothingElse) {
  const Digest digest = sha256("abc");
  EXPECT_EQ(Digest::parse(digest.hex()), digest);
  EXPECT_FALSE(Digest::parse(digest.hex().substr(1)));
  EXPECT_FALSE(Digest::parse(std::string(64, 'g')));
  EXPECT_EQ(Id::parse("000102030405060708090A0b0c0d0e0f")->hex(), "000102030405060708090a0b0c0d0e0f");
}

TEST(CanonicalContent, TellsApartWhatJoinsToTheSameText) {
  const Id a = Canonical("t").field("x", "ab").field("y", "c").id();
  const Id b = Canonical("t").field("x", "a").field("y", "bc").id();
  const Id c = Canonical("t").field("xa", "b").field("y", "c").id();
  EXPECT_NE(a, b);
  EXPECT_NE(a, c);
}

TEST(CanonicalContent, CoversTypeNamesOrderAndValues) {
  const Id base = Canonical("t").field("n", std::int64_t{1}).flag("f", true).id();
  EXPECT_EQ(base, Canonical("t").field("n", std::int64_t{1}).flag("f", true).id());
  EXPECT_NE(base, Canonical("u").field("n", std::int64_t{1}).flag("f", true).id());
  EXPECT_NE(base, Canonical("t").flag("f", true).field("n", std::int64_t{1}).id());
  EXPECT_NE(base, Canonical("t").field("n", std::int64_t{2}).flag("f", true).id());
  EXPECT_NE(base, Canonical("t").field("n", std::int64_t{1}).flag("f", false).id());
}

TEST(CanonicalContent, StaysTheSameAcrossVersions) {
  // Pins the encoding: were it to change, every id in every store would.
  EXPECT_EQ(Canonical("t").field("name", "value").digest(),
            sha256(std::string_view("\1\0\0\0\0\0\0\0t\4\0\0\0\0\0\0\0name\5\0\0\0\0\0\0\0value", 34)));
}

}  // namespace
}  // namespace avow
