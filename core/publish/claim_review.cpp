#include "publish/claim_review.hpp"

#include <algorithm>
#include <utility>

#include "publish/clean_text.hpp"
#include "publish/schema_org.hpp"
#include "query/final_verdict.hpp"
#include "query/scorecard.hpp"

namespace avow {
namespace {

constexpr int worst = 1, best = 3;
constexpr std::pair<Verdict, int> ratings[] = {{Verdict::broken, 1}, {Verdict::partly_kept, 2},
                                               {Verdict::kept, 3},   {Verdict::refuted, 1},
                                               {Verdict::mixed, 2},  {Verdict::supported, 3}};

Json rating_node(Verdict verdict, const Scale* scale) {
  Json node{{"@type", "Rating"}, {"alternateName", verdict_label(verdict, scale)}};
  for (const auto& [rated, value] : ratings)
    if (rated == verdict) {
      node["ratingValue"] = value;
      node["worstRating"] = worst;
      node["bestRating"] = best;
    }
  return node;
}

/// A person's verdict is of the day they gave it; a checker's of the day it was judged as if it were.
Day day_of(const Assessment& assessment) {
  return assessment.maker.is_person() ? assessment.maker.at.day() : assessment.today;
}

}  // namespace

std::string verdict_label(Verdict verdict, const Scale* scale) {
  if (scale)
    if (auto label = label_of(verdict, *scale)) return *std::move(label);
  std::string word(verdicts.name(verdict));
  std::replace(word.begin(), word.end(), '_', ' ');
  return word;
}

std::optional<Json> claim_review(const ClaimRow& row, const Names& names, const Publication& publication,
                                 const Scale* scale) {
  if (!row.assessment || !judged_for_good(*row.assessment)) return std::nullopt;
  Json review{{"@context", "https://schema.org"},
              {"@type", "ClaimReview"},
              {"@id", claim_url(publication, row.id) + "#review"},
              {"url", claim_url(publication, row.id)},
              {"claimReviewed", clean_line(row.claim.quote.exact)},
              {"author", schema_org::publisher_node(publication)},
              {"datePublished", to_string(day_of(*row.assessment))},
              {"itemReviewed", schema_org::claim_node(row, names, publication)},
              {"reviewRating", rating_node(row.assessment->verdict, scale)}};
  schema_org::put(review, "reviewBody", clean_text(row.assessment->reason));
  return review;
}

}  // namespace avow
