#include "publish/publication.hpp"

#include <gtest/gtest.h>

#include "publish/clean_text.hpp"
#include "publish/content_uuid.hpp"
#include "publish/iso_date.hpp"
#include "publish/script_safe_json.hpp"
#include "publish/web_address.hpp"

namespace avow {
namespace {

const Publication site{"https://promises.example/watch", "Promise Watch", "", ""};
const Id id = Id::parse("00112233445566778899aabbccddeeff").value();

TEST(Publication, PermalinksLieUnderTheBase) {
  EXPECT_EQ(claim_url(site, id), "https://promises.example/watch/claim/00112233445566778899aabbccddeeff");
  EXPECT_EQ(claim_jsonld_url(site, id), claim_url(site, id) + ".jsonld");
  EXPECT_EQ(document_url(site, id), "https://promises.example/watch/document/" + id.hex());
  EXPECT_EQ(commitment_url(site, id), "https://promises.example/watch/commitment/" + id.hex());
  EXPECT_EQ(embed_url(site, id), "https://promises.example/watch/embed/claim/" + id.hex());
  EXPECT_EQ(feed_url(site, "rutte-open"), "https://promises.example/watch/feed/rutte-open.atom");
}

TEST(Publication, KnowsTheClaimOfItsOwnAddressesOnly) {
  EXPECT_EQ(claim_of_url(site, claim_url(site, id)), id);
  EXPECT_EQ(claim_of_url(site, claim_url(site, id) + "?today=2025-01-01#claim"), id);
  EXPECT_EQ(claim_of_url(site, embed_url(site, id)), id);
  for (const std::string& url :
       {document_url(site, id), claim_url(site, id) + "/x", claim_jsonld_url(site, id),
        "https://elsewhere.example/claim/" + id.hex(), site.base_url + ".evil/claim/" + id.hex(),
        site.base_url + "/claim/0011", site.base_url, site.base_url + "?u=/claim/" + id.hex(), std::string()})
    EXPECT_EQ(claim_of_url(site, url), std::nullopt) << url;
}

TEST(ContentUuid, IsTheIdWithVersionAndVariant) {
  EXPECT_EQ(content_uuid(id), "00112233-4455-8677-8899-aabbccddeeff");
  EXPECT_EQ(content_uuid(Id{}), "00000000-0000-8000-8000-000000000000");
}

TEST(IsoDate, IsAsPreciseAsTheDate) {
  const std::pair<const char*, const char*> cases[] = {
      {"2035", "2035"},       {"2025-06", "2025-06"},    {"2025-06-24", "2025-06-24"},
      {"2014~", "2014"},      {"2014-03?", "2014-03"},   {"2025-06-24/2025-06-25", "2025-06-24"},
      {"202X", "2020-01-01"}, {"2035/..", "2035-01-01"}, {"../2035", ""}};
  for (const auto& [edtf, iso] : cases) EXPECT_EQ(iso_date(Date::parse(edtf).value()), iso) << edtf;
  EXPECT_EQ(iso_date({}), "");
}

TEST(WebAddress, IsOnlyWhatStrangersMayFollow) {
  EXPECT_EQ(web_address("https://example.org/a?b=c#d"), "https://example.org/a?b=c#d");
  EXPECT_EQ(web_address("http://example.org/\u00E9"), "http://example.org/\u00E9");
  for (const char* url : {"", "file:notes.txt", "javascript:alert(1)", "HTTPS", "//example.org", "https://a b",
                          "https://a\"onload=", "https://a<b", "https://a\r\nSet-Cookie:x", "https://a\xFF"})
    EXPECT_EQ(web_address(url), "") << url;
}

TEST(CleanText, HoldsNothingThatXmlOrCalendarsCannot) {
  EXPECT_EQ(clean_text("a\tb\r\nc\rd\n"), "a\tb\nc\nd\n");
  EXPECT_EQ(clean_text(std::string_view("\0\x01\x1b\x7f", 4)), "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(clean_text("x\xFFy\xC3"), "x\uFFFDy\uFFFD");
  EXPECT_EQ(clean_text("\uFFFE\uFFFF"), "\uFFFD\uFFFD");
  EXPECT_EQ(clean_text("\U0001F680 \u00E9"), "\U0001F680 \u00E9");
  EXPECT_EQ(clean_line(" a \r\n\t b "), "a b");
}

TEST(ScriptSafeJson, CannotEndTheElementItStandsIn) {
  const Json value{{"<a>", "</script><!-- & \u2028\u2029 \\u003c"}, {"n", 1}};
  const std::string text = script_safe_json(value);
  EXPECT_EQ(text.find_first_of("<>&"), std::string::npos);
  EXPECT_EQ(text.find("\u2028"), std::string::npos);
  EXPECT_EQ(text.find("\u2029"), std::string::npos);
  EXPECT_EQ(Json::parse(text), value);
}

}  // namespace
}  // namespace avow
