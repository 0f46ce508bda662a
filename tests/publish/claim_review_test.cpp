#include "publish/claim_review.hpp"

#include "json_schema.hpp"
#include "publish/claim_jsonld.hpp"
#include "publish/script_safe_json.hpp"
#include "publishing.hpp"

namespace avow {
namespace {

class ClaimReview : public Publishing {
 protected:
  std::optional<Json> review_of(Verdict verdict, const Scale* scale = nullptr) {
    row.assessment->verdict = verdict;
    return claim_review(row, names, site, scale);
  }
};

TEST_F(ClaimReview, HasWhatConsumersRequire) {
  const Json review = claim_review(row, names, site).value();
  EXPECT_EQ(schema_faults("claim_review", review), "");
  EXPECT_EQ(review["claimReviewed"], claim.quote.exact);
  EXPECT_EQ(review["url"], "https://promises.example/claim/" + row.id.hex());
  EXPECT_EQ(review["author"]["name"], "Promise Watch");
  EXPECT_EQ(review["datePublished"], "2025-06-01");
  EXPECT_EQ(review["reviewBody"], "One of two members is there.");
  EXPECT_EQ(review["itemReviewed"]["author"], Json({{"@type", "Organization"}, {"name", "Harbour Pact"}}));
  EXPECT_EQ(review["itemReviewed"]["datePublished"], "2020-03-01");
  EXPECT_EQ(review["itemReviewed"]["appearance"]["url"], "https://example.org/d");
  EXPECT_EQ(review["reviewRating"], Json({{"@type", "Rating"},
                                          {"alternateName", "partly kept"},
                                          {"ratingValue", 2},
                                          {"worstRating", 1},
                                          {"bestRating", 3}}));
}

TEST_F(ClaimReview, IsOnlyOfVerdictsReachedForGood) {
  for (const auto& [verdict, word] : verdicts.table) {
    const bool final = stage(verdict) != VerdictStage::open && stage(verdict) != VerdictStage::undecidable;
    row.assessment->proposed = row.assessment->provisional = false;
    EXPECT_EQ(review_of(verdict).has_value(), final) << word;
    row.assessment->provisional = true;
    EXPECT_EQ(review_of(verdict), std::nullopt) << word;
    row.assessment->provisional = false;
    row.assessment->proposed = true;
    EXPECT_EQ(review_of(verdict), std::nullopt) << word;
  }
  row.assessment.reset();
  EXPECT_EQ(claim_review(row, names, site), std::nullopt);
}

TEST_F(ClaimReview, NumbersOnlyVerdictsThatHaveAnOrder) {
  for (const auto& [verdict, value] :
       {std::pair(Verdict::broken, 1), std::pair(Verdict::kept, 3), std::pair(Verdict::refuted, 1),
        std::pair(Verdict::mixed, 2), std::pair(Verdict::supported, 3)})
    EXPECT_EQ(review_of(verdict).value()["reviewRating"]["ratingValue"], value);
  for (const Verdict verdict : {Verdict::thwarted, Verdict::withdrawn}) {
    const Json review = review_of(verdict).value();
    EXPECT_FALSE(review["reviewRating"].contains("ratingValue"));
    EXPECT_EQ(schema_faults("claim_review", review), "");
  }
}

TEST_F(ClaimReview, SpeaksTheWordsOfAScaleWhereItHasThem) {
  const Scale meter{"meter", "Meter", "", {{"partly_kept", "Compromise"}}};
  EXPECT_EQ(review_of(Verdict::partly_kept, &meter).value()["reviewRating"]["alternateName"], "Compromise");
  EXPECT_EQ(review_of(Verdict::kept, &meter).value()["reviewRating"]["alternateName"], "kept");
}

TEST_F(ClaimReview, OfACheckerIsOfTheDayItJudgedFor) {
  row.assessment->maker = {};
  row.assessment->maker.plugin = "checker";
  EXPECT_EQ(claim_review(row, names, site).value()["datePublished"], "2025-06-01");
  row.assessment->today = day("2025-05-31");
  EXPECT_EQ(claim_review(row, names, site).value()["datePublished"], "2025-05-31");
}

TEST_F(ClaimReview, OfHostileWordsIsValidAndSafeInAScript) {
  const Json review = claim_review(hostile(), names, site).value();
  const std::string text = script_safe_json(review);
  EXPECT_EQ(schema_faults("claim_review", Json::parse(text)), "");
  EXPECT_EQ(text.find('<'), std::string::npos);
  EXPECT_EQ(text.find("javascript:"), std::string::npos);
  EXPECT_EQ(review["itemReviewed"]["author"]["@type"], "Thing");
  EXPECT_EQ(review["itemReviewed"]["appearance"]["url"], document_url(site, claim.document));
}

TEST_F(ClaimReview, SchemaRefusesWhatConsumersCouldNotUse) {
  Json review = claim_review(row, names, site).value();
  review["reviewRating"].erase("alternateName");
  EXPECT_NE(schema_faults("claim_review", review), "");
  review = claim_review(row, names, site).value();
  review["url"] = "javascript:alert(1)";
  EXPECT_NE(schema_faults("claim_review", review), "");
}

using ClaimJsonld = ClaimReview;

TEST_F(ClaimJsonld, HoldsClaimQuotationDocumentAndReview) {
  const Json graph = claim_jsonld(row, document, names, site)["@graph"];
  ASSERT_EQ(graph.size(), 4u);
  EXPECT_EQ(graph[0]["@type"], "Claim");
  EXPECT_EQ(graph[0]["appearance"]["@id"], graph[1]["@id"]);
  EXPECT_EQ(graph[1]["@type"], "Quotation");
  EXPECT_EQ(graph[1]["text"], claim.quote.exact);
  EXPECT_EQ(graph[1]["spokenByCharacter"]["name"], "Harbour Pact");
  EXPECT_EQ(graph[1]["creator"], graph[1]["spokenByCharacter"]);
  EXPECT_EQ(graph[1]["isPartOf"]["@id"], graph[2]["@id"]);
  EXPECT_EQ(graph[1]["citation"], "Harbour Pact, 2020-03-01, in: The pact speaks. Harbour Post. https://example.org/d");
  EXPECT_EQ(graph[2]["datePublished"], "2020-03-01");
  EXPECT_EQ(graph[2]["inLanguage"], "en");
  EXPECT_EQ(graph[3]["@type"], "ClaimReview");
  EXPECT_EQ(graph[3]["itemReviewed"]["@id"], graph[0]["@id"]);
}

TEST_F(ClaimJsonld, HasNoReviewBeforeAVerdictIsFinal) {
  row.assessment->proposed = true;
  EXPECT_EQ(claim_jsonld(row, document, names, site)["@graph"].size(), 3u);
}

TEST_F(ClaimJsonld, ReportedWordsAreNotTheSpeakersWork) {
  row.claim.voice = Voice::reported;
  const Json quotation = claim_jsonld(row, document, names, site)["@graph"][1];
  EXPECT_FALSE(quotation.contains("creator"));
  EXPECT_TRUE(quotation.contains("spokenByCharacter"));
}

TEST_F(ClaimJsonld, LeadsToWikidataWhereTheSpeakerIsThere) {
  const Names known({{"ada", EntityKind::person, "Ada Quay", "Q42", {}, {}}}, {});
  row.claim.speaker = "ada";
  const Json speaker = claim_jsonld(row, document, known, site)["@graph"][0]["author"];
  EXPECT_EQ(speaker,
            Json({{"@type", "Person"}, {"name", "Ada Quay"}, {"sameAs", "http://www.wikidata.org/entity/Q42"}}));
}

TEST_F(ClaimJsonld, NobodyKnownIsNoAuthor) {
  row.claim.speaker.clear();
  row.claim.speaker_name.clear();
  const Json graph = claim_jsonld(row, document, names, site)["@graph"];
  EXPECT_FALSE(graph[0].contains("author"));
  EXPECT_FALSE(graph[1].contains("creator"));
}

}  // namespace
}  // namespace avow
