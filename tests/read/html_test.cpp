#include <gmock/gmock.h>

#include "read/reading.hpp"

namespace avow {
namespace {

using test::error_of;
using test::read_one;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view sentence =
    "The harbour council said on Monday that it will widen the northern quay before the winter of 2031. ";

std::string paragraph(std::string_view begin) {
  return "<p>" + std::string(begin) + std::string(sentence) + "</p>";
}

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body + "</body></html>";
}

TEST(Html, TakesMetadataFromMetaElements) {
  const auto document =
      read_one("a.html", page("<title>Quay - Site</title><meta property=\"og:title\" content=\"Quay &amp; Co\">"
                              "<meta name=author content=\"By Ada Vale\">"
                              "<meta property=\"article:published_time\" content=\"2025-04-25T09:30:00+02:00\">"
                              "<meta property=\"og:site_name\" content=\"The Gull\">"
                              "<link rel=canonical href=\"https://example.org/quay\">",
                              paragraph("")));
  EXPECT_EQ(document.title, "Quay & Co");
  EXPECT_EQ(document.author, "Ada Vale");
  EXPECT_EQ(document.published.text(), "2025-04-25");
  EXPECT_EQ(document.publisher, "The Gull");
  EXPECT_EQ(document.url, "https://example.org/quay");
  EXPECT_EQ(document.language, "en-GB");
  EXPECT_EQ(document.media_type, "text/html");
}

TEST(Html, TakesMetadataFromJsonLd) {
  const auto document = read_one(
      "a.html",
      page("<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Quay\","
           "\"datePublished\":\"2024-02-01\",\"author\":[{\"name\":\"A\"},{\"name\":\"B\"}],"
           "\"publisher\":{\"name\":\"The Gull\"}}]}</script><script type=\"application/ld+json\">{broken</script>",
           paragraph("")));
  EXPECT_EQ(document.title, "Quay");
  EXPECT_EQ(document.author, "A, B");
  EXPECT_EQ(document.publisher, "The Gull");
  EXPECT_EQ(document.published.text(), "2024-02-01");
}

TEST(Html, FallsBackOnWhatThePageShows) {
  const auto document = read_one("a.html", page("",
                                                "<h1>The quay</h1><div class=\"byline\">By Ada Vale</div>"
                                                "<time datetime=\"2023-03-04\">4 March</time>" +
                                                    paragraph("")));
  EXPECT_EQ(document.title, "The quay");
  EXPECT_EQ(document.author, "Ada Vale");
  EXPECT_EQ(document.published.text(), "2023-03-04");
  EXPECT_EQ(document.url, "file:a.html");
}

TEST(Html, TakesTheSiteOffTheTitle) {
  const auto by_publisher = read_one("a.html", page("<title>The quay - Part 2 | The Gull</title>"
                                                    "<meta property=og:site_name content=\"The Gull\">",
                                                    paragraph("")));
  EXPECT_EQ(by_publisher.title, "The quay - Part 2");
  const auto by_heading =
      read_one("a.html", page("<title>The quay \xE2\x80\x93 Gull</title>", "<h1>The quay</h1>" + paragraph("")));
  EXPECT_EQ(by_heading.title, "The quay");
  EXPECT_EQ(by_heading.publisher, "Gull");
  EXPECT_EQ(read_one("a.html", page("<title>Quay - crane</title>", paragraph(""))).title, "Quay - crane");
}

TEST(Html, FindsTheDayBelowTheHeadingOrInTheAddress) {
  const std::string shown =
      "<div class=\"date\">4 May 2031</div><h1>The quay</h1><div class=\"news-date\"><b>3 May 2031</b></div>";
  EXPECT_EQ(read_one("a.html", page("", shown + paragraph(""))).published.text(), "2031-05-03");
  EXPECT_EQ(read_one("a.html", page("<link rel=canonical href=\"https://g.example/2031/05/02/quay\">", paragraph("")))
                .published.text(),
            "2031-05-02");
}

TEST(Html, TakesNoAccountForAnAuthor) {
  EXPECT_EQ(read_one("a.html", page("<meta name=author content=admin>", paragraph(""))).author, "");
}

TEST(Html, TakesTheMainTextAndLeavesTheRest) {
  const auto text =
      read_one(
          "a.html",
          page("<title>Quay</title><style>p{}</style>",
               "<nav><a href=/>Home</a></nav><div class=\"cookie-banner\"><p>We value cookies and will place them. " +
                   std::string(sentence) + "</p></div><div id=story><h1>Quay</h1>" + paragraph("First. ") +
                   "<figure><img src=x><figcaption>A gull in flight over the quay.</figcaption></figure>" +
                   paragraph("Second. ") +
                   "<script>var x = '<p>never</p>';</script><div class=\"relatedStories\"><p>Elsewhere. " +
                   std::string(sentence) + "</p></div>" + paragraph("Third. ") +
                   "</div><footer>Imprint and all rights.</footer>"))
          .text;
  EXPECT_THAT(text, AllOf(testing::StartsWith("First."), HasSubstr("Second."), HasSubstr("Third.")));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("cookies")), Not(HasSubstr("gull")), Not(HasSubstr("Elsewhere")),
                          Not(HasSubstr("Home")), Not(HasSubstr("never")), Not(HasSubstr("Imprint"))));
}

TEST(Html, KeepsParagraphsHeadingsAndItemsApart) {
  const auto text = read_one("a.html", page("", "<article>" + paragraph("A. ") +
                                                    "<h2>Plans</h2><ul><li>One thing that will be done "
                                                    "this year.</li><li>Another thing that will be done.</li></ul>" +
                                                    paragraph("B.&nbsp;") + "</article>"))
                        .text;
  EXPECT_THAT(
      text,
      HasSubstr(
          "2031.\n\nPlans\n\nOne thing that will be done this year.\nAnother thing that will be done.\n\nB. The"));
}

TEST(Html, BreaksLinesWhereThePageDoes) {
  const auto text = read_one("a.html", page("", "<div>" + std::string(sentence) + "<br>" + std::string(sentence) +
                                                    "<br><br>" + std::string(sentence) + "</div>"))
                        .text;
  EXPECT_THAT(text, AllOf(HasSubstr("2031.\nThe"), HasSubstr("2031.\n\nThe")));
}

TEST(Html, ReadsAPageThatHoldsOneShortSentence) {
  EXPECT_EQ(read_one("a.html", "<html><body><p>We will.</p></body></html>").text, "We will.");
}

TEST(Html, KeepsAListOfPromisesWithoutFullStopsToItsEnd) {
  const auto text =
      read_one("a.html", page("", "<article>" + paragraph("") +
                                      "<p>The council promises that it will, within the next three years, "
                                      "do all of this for the people of the harbour:</p><ul><li>Mend the "
                                      "northern quay in full</li><li>Paint both of the old cranes</li>"
                                      "<li>Hire forty more harbour pilots</li></ul></article>"
                                      "<div class=more><a href=/x>Other things of another day</a></div>"))
          .text;
  EXPECT_THAT(text, testing::EndsWith("Mend the northern quay in full\nPaint both of the old cranes\nHire forty more "
                                      "harbour pilots"));
}

TEST(Html, DoesNotTakeAFrameAroundThePageForWhatStandsBesideIt) {
  const auto text = read_one("a.html", page("", "<div class=\"layout with-sidebar\"><div>" + paragraph("A. ") +
                                                    paragraph("B. ") + paragraph("C. ") + "</div><div class=comments>" +
                                                    paragraph("D. ") + "</div></div>"))
                        .text;
  EXPECT_THAT(text, AllOf(HasSubstr("A. "), HasSubstr("C. "), Not(HasSubstr("D. "))));
}

TEST(Html, KeepsPostsOfOthersThatAnArticleShows) {
  const auto text =
      read_one("a.html", page("", "<article>" + paragraph("A. ") + "<div class=social-media-embed><blockquote>" +
                                      paragraph("B. ") + "</blockquote></div>" + paragraph("C. ") +
                                      "<div class=social-share><p>Tell it to all of your many friends "
                                      "right now, on every network there is.</p></div></article>"))
          .text;
  EXPECT_THAT(text, AllOf(HasSubstr("B. "), Not(HasSubstr("friends"))));
}

TEST(Html, ReadsAnArticleOfTableCells) {
  std::string rows;
  for (int i = 1; i <= 30; ++i) rows += "<tr><td>" + std::to_string(i) + "</td><td>Berth on quay</td></tr>";
  const auto text = read_one("a.html", page("",
                                            "<ul><li><a href=/>Home</a></li></ul><div class=\"x entry-content\">"
                                            "<table>" +
                                                rows + "</table></div><p>All rights are reserved by us.</p>"))
                        .text;
  EXPECT_THAT(text, AllOf(testing::StartsWith("1\nBerth on quay\n2\n"), Not(HasSubstr("rights"))));
}

TEST(Html, LeavesOutInvitationsBelowAndLabelsWithin) {
  const auto text =
      read_one("a.html", page("", "<article>" + paragraph("A. ") + "<p>Advertisement</p>" + paragraph("B. ") +
                                      "<p>Subscribe to our letter, and have the harbour every day.</p>"
                                      "<p>Follow us wherever you are, at any hour of the day.</p></article>"))
          .text;
  EXPECT_THAT(text, testing::EndsWith("2031."));
  EXPECT_THAT(text, Not(HasSubstr("Advertisement")));
}

TEST(Html, RefusesAPageWithoutText) {
  EXPECT_EQ(error_of("a.html", "<html><body><script>x()</script></body></html>").code(), ErrorCode::bad_input);
}

TEST(Html, RefusesDeepNesting) {
  std::string deep = "<html><body>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const auto error = error_of("deep.html", deep + "words");
  EXPECT_EQ(error.code(), ErrorCode::limit);
  EXPECT_THAT(error.what(), HasSubstr("deep.html: HTML nested deeper than 512"));
}

TEST(Html, IsNotDeceivedAboutDepthByEndTagsThatCloseNothing) {
  std::string deep = "<html><body>";
  for (int i = 0; i < 50'000; ++i) deep += "<b><div></b></x>";
  EXPECT_EQ(error_of("deep.html", deep + "words").code(), ErrorCode::limit);
}

TEST(Html, ReadsNestingBelowTheLimitWhole) {
  std::string deep = "<html><body>";
  for (int i = 0; i < 400; ++i) deep += "<div>";
  EXPECT_EQ(read_one("deep.html", deep + "<p>We will.").text, "We will.");
}

TEST(Html, RefusesAMillionAttributes) {
  std::string many = "<html><body><p";
  for (int i = 0; i < 1'000'000; ++i) many += " a=1";
  const auto error = error_of("many.html", many + ">words");
  EXPECT_EQ(error.code(), ErrorCode::limit);
  EXPECT_THAT(error.what(), HasSubstr("many.html: the HTML tag at byte 12"));
}

TEST(Html, IsNotDeceivedAboutAttributesByQuotes) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += " a=1";
  for (const std::string begin : {"<a x=y=\" ", "<a \"b=\" ", "<!-- --!><a ", "<script/><a ", "<a x = 'y'"})
    EXPECT_EQ(error_of("many.html", "<html><body>" + begin + many + "\">words -->").code(), ErrorCode::limit) << begin;
}

TEST(Html, DoesNotCountComparisonsInScriptsAsTags) {
  std::string script = "<script>if (a<b) {";
  for (int i = 0; i < 1000; ++i) script += " x = 1;";
  EXPECT_EQ(read_one("a.html", page(script + "}</script>", "<p>We will.</p>")).text, "We will.");
}

}  // namespace
}  // namespace avow
