#include <map>
#include <random>
#include <tuple>

#include "contract/store/store_contract.hpp"
#include "store/claim_count.hpp"

namespace avow {
namespace {

using namespace samples;

Entity party() {
  Entity party;
  party.code = "green-list";
  party.kind = EntityKind::party;
  party.name = "Green List";
  return party;
}

/// In two offices of the party at once.
Entity member() {
  Entity member;
  member.code = "ada-quay";
  member.kind = EntityKind::person;
  member.name = "Ada Quay";
  for (const char* role : {"member", "leader"}) {
    Membership& membership = member.memberships.emplace_back();
    membership.group = "green-list";
    membership.role = role;
  }
  return member;
}

using Counts = std::map<std::tuple<std::string, int, std::string, int, bool, bool, int>, std::uint64_t>;

template <typename Optional>
int number(const Optional& word) {
  return word ? static_cast<int>(*word) : -1;
}

Counts counted(const ClaimCounts& all) {
  Counts counts;
  for (const ClaimCounts::Cell& cell : all.cells) {
    const ClaimSort& sort = all.sort(cell);
    counts[{all.group(cell), number(sort.kind), sort.missing, number(sort.verdict), sort.provisional, sort.proposed,
            number(sort.strength)}] += cell.claims;
  }
  return counts;
}

/// A store in which everything that changes what stands happens, in an order that chance gives.
class RandomStore {
 public:
  RandomStore(Store& store, unsigned seed) : store_(store), random_(seed) {}

  void write_entry(const Indicator& first) {
    const auto writer = store_.begin();
    writer->begin_entry({"test", "tester", "because"});
    writer->add(first);
    for (int i = below(4); i >= 0; --i) write_one(*writer);
    if (below(6) == 0) {
      const Written before = written_;
      writer->begin_entry({"test", "tester", "abandoned"});
      write_one(*writer);
      writer->abandon_entry();
      written_ = before;
    }
    writer->commit();
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
  template <typename T>
  const T& any(const std::vector<T>& all) {
    return all[random_() % all.size()];
  }

  void write_one(StoreWriter& writer) {
    switch (written_.claims.empty() ? 0 : below(10)) {
      case 0:
      case 1:
        return write_document(writer);
      case 2:
        return write_reading(writer, any(written_.claims));
      case 3:
      case 4:
        return write_assessment(writer);
      case 5:
        writer.set_rank(below(2) == 0 ? "careful" : "hasty", below(3));
        return;
      case 6:
        return write_copy(writer);
      case 7:
        return write_late_claim(writer);
      default:
        return write_retraction(writer);
    }
  }

  void write_document(StoreWriter& writer) {
    const int number = ++documents_;
    static constexpr const char* days[] = {"2024-01-01", "2025-04-25", "2026-03-01", ""};
    const Document one = document(number, days[below(4)]);
    if (!writer.add(one, raw_of(number))) return;
    written_.retractable.push_back({RecordKind::document, id_of(one)});
    Claim pledge = pledge_of(one);
    Claim cost = cost_of(one);
    if (below(3) == 0) pledge.speaker.clear();
    if (below(4) == 0) cost.said = Date();
    write_claim(writer, pledge);
    if (below(3) == 0)
      written_.late.push_back(cost);
    else
      write_claim(writer, cost);
  }

  void write_claim(StoreWriter& writer, const Claim& claim) {
    if (!writer.add(claim)) return;
    written_.claims.push_back(claim);
    written_.retractable.push_back({RecordKind::claim, id_of(claim)});
    for (int i = below(3); i > 0; --i) write_reading(writer, claim);
  }

  /// Of a document that was there before, and may have been retracted since.
  void write_late_claim(StoreWriter& writer) {
    if (!written_.late.empty()) write_claim(writer, any(written_.late));
  }

  void write_reading(StoreWriter& writer, const Claim& claim) {
    Maker maker = below(4) == 0 ? person("Bo", 1'700'000'000 + ++moment_)
                                : plugin(below(2) == 0 ? "careful" : "hasty", static_cast<unsigned>(below(3)) + 1);
    Reading reading = reading_of(claim, std::move(maker), kinds.table[random_() % 5].first);
    if (below(3) == 0) reading.target.subject.clear();
    if (below(3) == 0) reading.target.due = Date();
    if (below(3) == 0) reading.topic = "bridges";
    if (below(3) == 0) reading.strength = Strength::aim;
    if (!writer.add(reading)) return;
    written_.readings.push_back(reading);
    written_.retractable.push_back({RecordKind::reading, id_of(reading)});
  }

  void write_assessment(StoreWriter& writer) {
    if (written_.readings.empty()) return;
    static constexpr const char* days[] = {"2025-01-01", "2025-06-01", "2026-01-01"};
    Maker maker = below(4) == 0 ? person("Bo", 1'700'000'000 + ++moment_) : plugin("series");
    Assessment assessment =
        assessment_of(any(written_.readings), verdicts.table[random_() % 14].first, days[below(3)], maker);
    assessment.provisional = below(3) == 0;
    assessment.proposed = below(4) == 0;
    if (writer.add(assessment)) written_.retractable.push_back({RecordKind::assessment, id_of(assessment)});
  }

  void write_copy(StoreWriter& writer) {
    const Claim& from = any(written_.claims);
    const Claim& to = any(written_.claims);
    if (id_of(from) == id_of(to)) return;
    const Link link{id_of(from), id_of(to),       below(4) == 0 ? LinkKind::repeats : LinkKind::copies, true, 1,
                    "alike",     plugin("copies")};
    if (writer.add(link)) written_.retractable.push_back({RecordKind::link, id_of(link)});
  }

  void write_retraction(StoreWriter& writer) {
    const auto& [kind, record] = any(written_.retractable);
    const Retraction retraction{kind, record, "Bo", "misheard", Instant{1'700'000'000'000'000 + ++moment_}};
    if (writer.add(retraction) && kind != RecordKind::retraction)
      written_.retractable.push_back({RecordKind::retraction, id_of(retraction)});
  }

  struct Written {
    std::vector<Claim> claims, late;
    std::vector<Reading> readings;
    std::vector<std::pair<RecordKind, Id>> retractable;
  };

  Store& store_;
  std::mt19937 random_;
  int documents_ = 0;
  std::int64_t moment_ = 0;
  Written written_;
};

/// The first record of entry `number`, so that "before it" is a question to the records: no entry ends there.
Indicator marker(std::int64_t number) {
  Indicator marker = tree_indicator();
  marker.code = "marker-" + std::to_string(number);
  return marker;
}

/// Asks each question twice: of what is derived, and of the records.
class Comparison {
 public:
  explicit Comparison(Store& store) : store_(store) {}

  Clocks derived_at(std::int64_t entry) {
    Clocks clocks;
    clocks.as_of_entry = entry;
    return clocks;
  }
  Clocks recorded_at(std::int64_t entry) {
    Clocks clocks;
    clocks.before = id_of(marker(entry + 1));
    return clocks;
  }

  void expect_same(ClaimFilter derived, ClaimFilter recorded, CountBy by, const std::string& what) {
    SCOPED_TRACE(what);
    for (const char* today : {"", "2024-06-01", "2025-05-01", "2025-07-01"}) {
      derived.clocks.today = parse_day(today);
      recorded.clocks.today = derived.clocks.today;
      for (const bool distinct : {false, true}) {
        derived.distinct_only = recorded.distinct_only = distinct;
        EXPECT_EQ(counted(store_.count_claims(derived, by)), counted(store_.count_claims(recorded, by)))
            << "today " << today << " distinct " << distinct;
      }
      EXPECT_EQ(ids(derived), ids(recorded)) << "today " << today;
    }
  }

  void expect_all_same(std::int64_t last) {
    ClaimFilter recorded;
    for (const auto& [by, name] : count_dimensions.table) {
      recorded.clocks = recorded_at(last);
      expect_same({}, recorded, by, "now by " + std::string(name));
      for (std::int64_t entry = 1; entry < last; entry += 5) {
        ClaimFilter derived;
        derived.clocks = derived_at(entry);
        recorded.clocks = recorded_at(entry);
        expect_same(derived, recorded, by, "at " + std::to_string(entry) + " by " + std::string(name));
      }
    }
    expect_narrowed(last);
  }

  /// With each condition that changes how the question is asked.
  void expect_narrowed(std::int64_t entry) {
    std::vector<ClaimFilter> narrowed(7);
    narrowed[0].kind = Kind::pledge;
    narrowed[1].verdict = Verdict::kept;
    narrowed[2].topic = "parks";
    narrowed[3].speaker = "ada-quay";
    narrowed[4].promises_open_only = true;
    narrowed[5].party = "green-list";
    narrowed[6].due_from = day("2029-01-01");
    for (ClaimFilter& derived : narrowed) {
      ClaimFilter recorded = derived;
      recorded.clocks = recorded_at(entry);
      expect_same(derived, recorded, CountBy::speaker, "narrowed " + std::to_string(&derived - narrowed.data()));
      expect_same(derived, recorded, CountBy::party, "narrowed " + std::to_string(&derived - narrowed.data()));
      derived.clocks = derived_at(entry / 2);
      recorded.clocks = recorded_at(entry / 2);
      expect_same(derived, recorded, CountBy::year, "narrowed " + std::to_string(&derived - narrowed.data()));
    }
  }

  std::vector<Id> ids(const ClaimFilter& filter) {
    std::vector<Id> all;
    for (const ClaimRow& row : claims(store_, filter)) all.push_back(row.id);
    return all;
  }

 private:
  Store& store_;
};

TEST_P(StoreContract, CountsTheSameFromWhatIsDerivedAsFromTheRecordsAtAnyClocks) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    const TempFolder folder;
    store_ = GetParam().open(folder);
    write([](StoreWriter& writer) {
      writer.add(party());
      writer.add(town());
      writer.add(member());
    });
    RandomStore random(*store_, seed);
    while (entries() < 40) random.write_entry(marker(entries() + 1));
    write([this](StoreWriter& writer) { writer.add(marker(entries() + 1)); });
    Comparison(*store_).expect_all_same(entries() - 1);
    expect_sound();
    store_.reset();
  }
}

}  // namespace
}  // namespace avow
