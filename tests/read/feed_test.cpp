#include <gmock/gmock.h>

#include "read/reading.hpp"

namespace avow {
namespace {

using test::error_of;
using test::read_all;
using testing::HasSubstr;
using testing::Not;

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel>"
         "<title>The Gull</title><link>https://gull.example/</link><language>en-gb</language>" +
         items + "</channel></rss>";
}

const std::string item =
    "<item><title>Quay &amp; crane</title><link>https://gull.example/quay?a=1&amp;b=2</link>"
    "<dc:creator>Ada Vale</dc:creator><pubDate>Mon, 03 Mar 2025 08:00:00 GMT</pubDate>"
    "<description>The short of it.</description>"
    "<content:encoded><![CDATA[<p>The council will widen the quay.</p><p>It pays half&nbsp;of it.</p>]]>"
    "</content:encoded></item>";

TEST(Feed, GivesADocumentForEachEntry) {
  const auto read = read_all("a.xml", rss(item + "<item><title>Second</title><description>More.</description></item>"));
  ASSERT_EQ(read.documents.size(), 2U);
  const auto& document = read.documents[0].document;
  EXPECT_EQ(document.title, "Quay & crane");
  EXPECT_EQ(document.url, "https://gull.example/quay?a=1&b=2");
  EXPECT_EQ(document.author, "Ada Vale");
  EXPECT_EQ(document.publisher, "The Gull");
  EXPECT_EQ(document.published.text(), "2025-03-03");
  EXPECT_EQ(document.language, "en-gb");
  EXPECT_EQ(document.media_type, "application/rss+xml");
  EXPECT_EQ(document.text, "The council will widen the quay.\n\nIt pays half of it.");
  EXPECT_EQ(read.documents[0].raw, item);
  EXPECT_EQ(read.documents[1].document.text, "More.");
  EXPECT_EQ(read.documents[1].document.url, "file:a.xml#entry=2");
}

TEST(Feed, ReadsAtomWithItsKindsOfText) {
  const auto read = read_all(
      "a.xml",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Harbour news</title>"
      "<link rel=\"self\" href=\"https://h.example/feed\"/><link href=\"https://h.example/\"/>"
      "<author><name>The office</name></author>"
      "<entry><title type=\"html\">A &lt;b&gt;bold&lt;/b&gt; plan</title><link rel=\"alternate\" href=\"/plan\"/>"
      "<updated>2024-06-02T01:00:00Z</updated><published>2024-06-01T23:00:00Z</published>"
      "<content type=\"xhtml\"><div xmlns=\"x\"><p>We will <i>dredge</i>.</p><ul><li>One</li><li>Two</li></ul></div>"
      "</content></entry>"
      "<entry><title>Plain</title><summary type=\"text\">If a &lt; b we stop.</summary>"
      "<author><name>Ben Oak</name></author><author><name>Cy Elm</name></author></entry></feed>");
  ASSERT_EQ(read.documents.size(), 2U);
  EXPECT_EQ(read.documents[0].document.title, "A bold plan");
  EXPECT_EQ(read.documents[0].document.url, "https://h.example/plan");
  EXPECT_EQ(read.documents[0].document.author, "The office");
  EXPECT_EQ(read.documents[0].document.published.text(), "2024-06-01");
  EXPECT_EQ(read.documents[0].document.text, "We will dredge.\n\nOne\nTwo");
  EXPECT_EQ(read.documents[1].document.author, "Ben Oak, Cy Elm");
  EXPECT_EQ(read.documents[1].document.text, "If a < b we stop.");
}

TEST(Feed, ReadsRss1WithItsItemsBesideTheChannel) {
  const auto read = read_all(
      "a.rdf",
      "<!-- kept --><rdf:RDF xmlns:rdf=\"r\" xmlns=\"p\"><channel><title>Old</title></channel>"
      "<item rdf:about=\"http://o.example/1\"><title>One</title><description>Text one.</description></item></rdf:RDF>");
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.documents[0].document.url, "http://o.example/1");
  EXPECT_EQ(read.documents[0].document.publisher, "Old");
}

TEST(Feed, KnowsAFeedBehindADoctypeOfAnother) {
  EXPECT_EQ(
      read_all("a", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\" \"http://y.invalid/\">" + rss(item).substr(22))
          .documents.size(),
      1U);
}

TEST(Feed, TakesTheNameOutOfAnAddressOfMail) {
  const auto read = read_all("a", rss("<item><title>T</title><author>ada@gull.example (Ada Vale)</author></item>"
                                      "<item><title>U</title><author>ada@gull.example</author></item>"));
  EXPECT_EQ(read.documents[0].document.author, "Ada Vale");
  EXPECT_EQ(read.documents[1].document.author, "");
}

TEST(Feed, ReadsTheEntriesBeforeAndBehindBrokenXml) {
  const std::string broken = "<item><title>Lost</title><description><b>open</i></description></item>";
  const auto read = read_all("a.xml", rss(item + broken + item));
  EXPECT_EQ(read.documents.size(), 2U);
  ASSERT_EQ(read.failures.size(), 1U);
  EXPECT_THAT(read.failures[0].what(), HasSubstr("a.xml: byte "));
}

TEST(Feed, DoesNotTakeAnEntryThatIsCutShort) {
  const auto whole = rss(item + item);
  const auto read = read_all("a.xml", whole.substr(0, whole.size() - 60));
  EXPECT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.failures.size(), 1U);
}

TEST(Feed, SaysWhatIsWrongWithAFeedWithoutEntries) {
  EXPECT_THAT(error_of("a.xml", rss("")).what(), HasSubstr("a.xml: is an RSS feed without an entry"));
  EXPECT_THAT(error_of("a.xml", "<feed><title>x").what(), HasSubstr("not well-formed XML"));
}

TEST(Feed, NamesAnEntryThatSaysNothing) {
  const auto read = read_all("a.xml", rss("<item><guid>7</guid></item>" + item));
  EXPECT_EQ(read.documents.size(), 1U);
  EXPECT_THAT(read.failures.at(0).what(), HasSubstr("entry 1 of the feed has neither title nor text"));
}

TEST(Feed, RefusesEntitiesThatHoldEntities) {
  const auto error = error_of("a.xml",
                              "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                              "<rss><channel><item><title>&b;</title></item></channel></rss>");
  EXPECT_EQ(error.code(), ErrorCode::bad_input);
  EXPECT_THAT(error.what(), HasSubstr("declares an entity that holds another"));
}

TEST(Feed, FetchesAndExpandsNothingThatADtdNames) {
  const auto read = read_all("a.xml",
                             "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                             "<rss><channel><item><title>It says &x; &pound;5 &#8364;6</title></item></channel></rss>");
  EXPECT_EQ(read.documents.at(0).document.text,
            "It says &x; \xC2\xA3"
            "5 \xE2\x82\xAC"
            "6");
}

TEST(Feed, RefusesDeepNesting) {
  std::string deep = "<rss><channel><item><title>T</title>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_EQ(error_of("a.xml", deep).code(), ErrorCode::limit);
}

TEST(Feed, ReadsManyEntriesBehindAFaultInLinearTime) {
  std::string items;
  for (int i = 0; i < 20'000; ++i) items += "<item><title>T</title></b></item>";
  EXPECT_EQ(error_of("a.xml", rss(items)).code(), ErrorCode::bad_input);
}

TEST(Feed, LeavesOutWhatBlogsAdd) {
  const auto read = read_all("a", rss("<item><title>T</title><description>&lt;p&gt;We will mend it.&lt;/p&gt;&lt;p&gt;"
                                      "The post &lt;a href=x&gt;T&lt;/a&gt; appeared first on Gull.&lt;/p&gt;"
                                      "</description></item>"));
  EXPECT_EQ(read.documents.at(0).document.text, "We will mend it.");
}

}  // namespace
}  // namespace avow
