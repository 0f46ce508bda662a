#include "contract/store/store_contract.hpp"

namespace avow {
namespace {

using namespace samples;

/// More claims than a store looks up and sorts when only the newest few are wanted: it goes by the claims in their
/// order then.
class StorePages : public StoreContract {
 protected:
  static constexpr int documents = 76, claims_each = 100;
  static constexpr std::size_t page = 20;

  StorePages() {
    write([](StoreWriter& writer) {
      Entity party{"harbour-list", EntityKind::party, "Harbour List", "", {}, {}};
      Entity speaker{"speaker-3", EntityKind::person, "Ida Pier", "", {}, {}};
      speaker.memberships = {{"harbour-list", "member", date("2010"), date("2021")}};
      writer.add(party);
      writer.add(speaker);
    });
    for (int i = 0; i < documents; ++i) add_document(i);
  }

  /// "Broken" was concluded of every claim, but stands for older ones alone. Days said repeat within and across
  /// documents, and some are not known.
  void add_document(int number) {
    Document long_one = document(number);
    long_one.text.clear();
    std::vector<Span> lines;
    for (int i = 0; i < claims_each; ++i) {
      const auto begin = static_cast<std::uint32_t>(long_one.text.size());
      long_one.text += (i % 50 == 7 ? "Ferries wait, line " : "Harbour works, line ") + std::to_string(i) + ".\n";
      lines.push_back({begin, static_cast<std::uint32_t>(long_one.text.size()) - 1});
    }
    write([&](StoreWriter& writer) {
      writer.add(long_one, raw_of(number));
      for (int i = 0; i < claims_each; ++i) add_claim(writer, long_one, lines[static_cast<std::size_t>(i)], number + i);
    });
  }

  static void add_claim(StoreWriter& writer, const Document& of, Span line, int number) {
    Claim claim;
    claim.document = id_of(of);
    claim.span = line;
    claim.quote = text_quote(of.text, line);
    claim.speaker = "speaker-" + std::to_string(number % 5);
    if (number % 17 != 0) claim.said = Date::day(day("2018-01-01") + std::chrono::days(number * 31 % 1'700));
    writer.add(claim);
    Reading reading = reading_of(claim);
    if (number % 20 == 0) reading.topic = "roads";
    writer.add(reading);
    writer.add(assessment_of(reading, Verdict::broken, "2025-05-01"));
    const bool late = claim.said.known() && claim.said.latest() >= day("2020-07-01");
    if (late || number % 3 == 0) writer.add(assessment_of(reading, Verdict::kept, "2025-06-01"));
  }

  std::vector<Id> list(const ClaimFilter& filter, std::optional<PageEnd>* end = nullptr) {
    std::vector<Id> ids;
    store_->claims(filter, [&](const ClaimRow& row) {
      ids.push_back(row.id);
      const Date& said = row.claim.said;
      if (end != nullptr) *end = PageEnd{said.known() ? std::optional(said.latest()) : std::nullopt, row.id};
      return true;
    });
    return ids;
  }

  /// Page by page, so far as `most` goes.
  std::vector<Id> paged(ClaimFilter filter, std::size_t most) {
    filter.limit = page;
    std::vector<Id> ids;
    for (std::size_t got = page; got == page && ids.size() < most;) {
      const std::vector<Id> more = list(filter, &filter.after);
      got = more.size();
      ids.insert(ids.end(), more.begin(), more.end());
    }
    return ids;
  }
};

TEST_P(StorePages, AreTheBeginningOfTheWholeList) {
  const std::vector<std::pair<const char*, std::function<void(ClaimFilter&)>>> questions = {
      {"party", [](ClaimFilter& f) { f.party = "harbour-list"; }},
      {"no such party", [](ClaimFilter& f) { f.party = "red-list"; }},
      {"topic", [](ClaimFilter& f) { f.topic = "parks"; }},
      {"rare topic", [](ClaimFilter& f) { f.topic = "roads"; }},
      {"indicator", [](ClaimFilter& f) { f.indicator = "trees-planted"; }},
      {"verdict", [](ClaimFilter& f) { f.verdict = Verdict::broken; }},
      {"word", [](ClaimFilter& f) { f.text = "harbour"; }},
      {"rare word", [](ClaimFilter& f) { f.text = "ferries"; }},
      {"word of a speaker", [](ClaimFilter& f) { f.text = "harbour", f.speaker = "speaker-3"; }},
      {"all of them",
       [](ClaimFilter& f) {
         f.party = "harbour-list", f.topic = "parks", f.indicator = "trees-planted", f.verdict = Verdict::broken,
         f.text = "works", f.kind = Kind::pledge, f.said_from = day("2018-06-01");
       }},
      {"earlier", [](ClaimFilter& f) { f.topic = "parks", f.clocks.as_of_entry = 75; }},
      {"before the day of some verdicts",
       [](ClaimFilter& f) { f.verdict = Verdict::broken, f.clocks.today = day("2025-05-15"); }},
  };
  for (const auto& [name, narrow] : questions) {
    ClaimFilter filter;
    narrow(filter);
    std::vector<Id> whole = list(filter);
    std::vector<Id> pages = paged(filter, 5 * page);
    whole.resize(std::min(whole.size(), pages.size()));
    EXPECT_EQ(pages, whole) << name;
  }
}

TEST_P(StorePages, GoOnToTheEndOfTheList) {
  ClaimFilter filter;
  filter.party = "harbour-list";
  filter.verdict = Verdict::kept;
  const std::vector<Id> whole = list(filter);
  EXPECT_GT(whole.size(), 10 * page);
  EXPECT_EQ(paged(filter, whole.size() + 1), whole);
}

INSTANTIATE_TEST_SUITE_P(Stores, StorePages, testing::ValuesIn(all_stores()), store_name);

}  // namespace
}  // namespace avow
