#include "publish/atom_feed.hpp"

#include <pugixml.hpp>

#include "base/utf8.hpp"
#include "publish/content_uuid.hpp"
#include "publishing.hpp"

namespace avow {
namespace {

class AtomFeed : public Publishing {
 protected:
  std::string feed(const std::vector<ChangedClaim>& claims) const {
    return atom_feed({"pact", "What the <pact> promised", "https://promises.example/claims?speaker=pact&open=1"},
                     claims, names, site);
  }
  pugi::xml_node parsed(const std::string& text) {
    const auto result = xml.load_buffer(text.data(), text.size());
    EXPECT_TRUE(result) << result.description();
    return xml.child("feed");
  }
  pugi::xml_document xml;
};

TEST_F(AtomFeed, HasWhatTheStandardRequires) {
  const auto root = parsed(feed({changed(row)}));
  EXPECT_STREQ(root.attribute("xmlns").value(), "http://www.w3.org/2005/Atom");
  EXPECT_STREQ(root.child_value("title"), "What the <pact> promised");
  EXPECT_STREQ(root.child("author").child_value("name"), "Promise Watch");
  const auto self = root.find_child_by_attribute("link", "rel", "self");
  EXPECT_STREQ(self.attribute("href").value(), "https://promises.example/feed/pact.atom");
  const auto entry = root.child("entry");
  EXPECT_EQ(entry.child_value("id"), "urn:uuid:" + content_uuid(row.id));
  EXPECT_STREQ(entry.child_value("updated"), "2025-06-01T10:20:30.500000Z");
  EXPECT_STREQ(entry.child_value("title"),
               "Harbour Pact: “Each of us will spend at least 2 percent on dikes by 2024.”");
  EXPECT_EQ(entry.find_child_by_attribute("link", "rel", "alternate").attribute("href").value(),
            claim_url(site, row.id));
  EXPECT_STREQ(entry.find_child_by_attribute("link", "rel", "via").attribute("href").value(), "https://example.org/d");
  EXPECT_STREQ(entry.child("category").attribute("term").value(), "pledge");
  EXPECT_STREQ(entry.child("content").attribute("type").value(), "text");
  EXPECT_STREQ(entry.child_value("content"),
               "“Each of us will spend at least 2 percent on dikes by 2024.”\n"
               "Harbour Pact, 2020-03-01, in: The pact speaks. Harbour Post\n"
               "pledge: each member of Harbour Pact: dike spending at least 2 percent of GDP by 2024\n"
               "verdict: partly_kept. One of two members is there.");
}

TEST_F(AtomFeed, IsAsNewAsItsNewestClaim) {
  const auto older = changed(row, "2025-01-01T00:00:00Z"), newer = changed(row, "2025-07-01T00:00:00Z");
  EXPECT_STREQ(parsed(feed({older, newer})).child_value("updated"), newer.at.text().c_str());
  EXPECT_STREQ(parsed(feed({})).child_value("updated"), "1970-01-01T00:00:00.000000Z");
}

TEST_F(AtomFeed, IsTheSameForTheSameStore) {
  EXPECT_EQ(feed({changed(row)}), feed({changed(row)}));
}

TEST_F(AtomFeed, IdsDifferByNameAndSite) {
  const std::string one = parsed(feed({})).child_value("id");
  const std::string other = parsed(atom_feed({"other", "", ""}, {}, names, site)).child_value("id");
  site.base_url = "https://elsewhere.example";
  EXPECT_NE(one, other);
  EXPECT_NE(parsed(feed({})).child_value("id"), one);
}

TEST_F(AtomFeed, AProvisionalVerdictIsToldAsSuch) {
  row.assessment->provisional = true;
  const std::string content = parsed(feed({changed(row)})).child("entry").child_value("content");
  EXPECT_NE(content.find("verdict: partly_kept (provisional)."), std::string::npos);
}

TEST_F(AtomFeed, HostileWordsStayText) {
  const std::string text = feed({changed(hostile())});
  EXPECT_EQ(utf8::first_invalid(text), std::nullopt);
  EXPECT_EQ(text.find("<script"), std::string::npos);
  EXPECT_EQ(text.find("javascript:"), std::string::npos);
  for (const char c : text) EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
  EXPECT_EQ(text.find("&#"), std::string::npos);  // a control character by number would be no XML
  const auto entry = parsed(text).child("entry");
  EXPECT_FALSE(entry.find_child_by_attribute("link", "rel", "via"));
  EXPECT_NE(std::string(entry.child_value("content")).find("</script>"), std::string::npos);
}

}  // namespace
}  // namespace avow
