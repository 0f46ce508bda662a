#include "queries/big_store.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/measure.hpp"
#include "common/word_source.hpp"
#include "engine/vocabulary.hpp"
#include "store/open.hpp"

namespace avow::bench {
namespace {

constexpr int rounds = 40;
constexpr SampleShape shape{10, 10, 12, 5'000};
constexpr WorldShape world_shape{200, 100, 5'000, 25, 2001, 25, 10};
constexpr int last_due = 2035;
constexpr long figures_per_claim = 5;
constexpr std::size_t verdicts_per_entry = 1'000;  // as a check run batches them
constexpr std::size_t entries_per_transaction = 20;
constexpr int days_between_rounds = 45;

/// What is kept in memory of a claim until it is judged.
struct Judgeable {
  Id reading;
  Day due;
  Kind kind;
};

struct Share {
  Verdict verdict;
  int of_twenty;
};
constexpr std::array open_shares{Share{Verdict::not_due, 6}, Share{Verdict::on_track, 6}, Share{Verdict::off_track, 4},
                                 Share{Verdict::kept_so_far, 3}, Share{Verdict::stalled, 1}};
constexpr std::array due_shares{Share{Verdict::kept, 8}, Share{Verdict::broken, 7}, Share{Verdict::undecidable, 4},
                                Share{Verdict::partly_kept, 1}};
constexpr std::array statement_shares{Share{Verdict::supported, 9}, Share{Verdict::refuted, 5},
                                      Share{Verdict::mixed, 3}, Share{Verdict::undecidable, 3}};

Verdict pick(std::span<const Share> shares, std::size_t number) {
  int left = static_cast<int>(number % 20);
  for (const Share& share : shares)
    if ((left -= share.of_twenty) < 0) return share.verdict;
  return shares.front().verdict;
}

class Builder {
 public:
  Builder(Store& store, long claims)
      : store_(store),
        writer_(nullptr),
        claims_per_round_(claims / rounds),
        figures_(claims * figures_per_claim),
        world_(big_world()) {
    judgeables_.reserve(static_cast<std::size_t>(claims));
  }

  void build() {
    add_vocabulary(store_, world_.vocabulary(), "bench", "invented");
    writer_ = store_.begin();
    for (int round = 0; round < rounds; ++round) {
      const std::size_t known = judgeables_.size();
      timed(reading_, [&] { read(); });
      timed(importing_, [&] { import(figures_ * (round + 1) / rounds); });
      timed(checking_, [&] { check(round, known); });
      std::printf("round %d of %d: documents %.0f s, figures %.0f s, verdicts %.0f s so far\n", round + 1, rounds,
                  reading_.wall, importing_.wall, checking_.wall);
    }
  }

 private:
  template <typename Work>
  void timed(Cost& cost, Work work) {
    const Stopwatch watch;
    work();
    commit();
    cost += watch.cost();
  }

  void commit() {
    writer_->commit();
    entries_ = 0;
  }

  void begin_entry(const JournalNote& note) {
    if (++entries_ > entries_per_transaction) commit();
    writer_->begin_entry(note);
  }

  void read() {
    for (long claims = 0; claims < claims_per_round_; claims += static_cast<long>(shape.claims)) {
      Sample sample = make_sample(words_, documents_, shape);
      if (documents_ % 5 != 0) world_.aim_at_figures(sample, documents_, last_due);
      add(*writer_, sample);
      for (const Reading& reading : sample.readings)
        judgeables_.push_back({id_of(reading), reading.target.due.latest(), reading.kind});
      if (++documents_ % 1'000 == 0) commit();
    }
  }

  /// Vintage by vintage of each indicator, until there are so many figures.
  void import(long until) {
    const WorldShape& all = world_.shape();
    for (; written_ < until; ++vintages_) {
      const int indicator = vintages_ % all.indicators, vintage = vintages_ / all.indicators;
      begin_entry({"import", "bench", World::indicator(indicator)});
      writer_->add(World::series(indicator));
      for (int year = all.first_year; year < all.first_year + all.years; ++year)
        for (int country = 0; country < all.countries; ++country, ++written_)
          writer_->add(world_.figure(indicator, country, year, vintage));
    }
  }

  /// The new claims, and as many of the others, evenly spread; in the first round there are none yet, so that the new
  /// ones are judged on two days.
  void check(int round, std::size_t known) {
    const Day today = parse_day("2021-01-15").value() + std::chrono::days(round * days_between_rounds);
    for (std::size_t at = known; at < judgeables_.size(); ++at) judge(at, today);
    const std::size_t count = judgeables_.size() - known;
    if (known == 0)
      for (std::size_t at = 0; at < count; ++at) judge(at, today + std::chrono::days(20));
    else
      for (std::size_t i = 0; i < count; ++i) judge(i * known / count, today);
  }

  void judge(std::size_t claim, Day today) {
    if (judged_++ % verdicts_per_entry == 0) begin_entry({"check", "bench", "as if on " + to_string(today)});
    writer_->add(assess(claim, today));
  }

  Assessment assess(std::size_t claim, Day today) const {
    const Judgeable& judged = judgeables_[claim];
    const std::size_t number = claim * 7 + judged_;
    Assessment assessment;
    assessment.reading = judged.reading;
    assessment.verdict = pick(is_statement(judged.kind) ? std::span<const Share>(statement_shares)
                              : judged.due < today      ? std::span<const Share>(due_shares)
                                                        : open_shares,
                              number / 3);
    assessment.provisional = number % 10 == 0;
    assessment.proposed = number % 33 == 0;
    assessment.today = today;
    const Observation rests_on =
        world_.figure(static_cast<int>(number % static_cast<std::size_t>(world_shape.indicators)),
                      static_cast<int>(number % 97), world_shape.first_year + static_cast<int>(number % 23), 0);
    assessment.vintage = to_string(rests_on.published);
    assessment.figures = {{"target", "at least 12.5 percent of GDP"},
                          {"period", rests_on.period.text()},
                          {"value", rests_on.value + " percent of GDP"}};
    assessment.reason = "The country stood at " + rests_on.value + " percent of GDP in " + rests_on.period.text() + ".";
    assessment.evidence = {{EvidenceKind::observation, id_of(rests_on).hex(), "the newest figure"}};
    assessment.maker = {"series", "1.0.0", 1, sha256("{}"), "", {}};
    return assessment;
  }

  Store& store_;
  std::unique_ptr<StoreWriter> writer_;
  long claims_per_round_, figures_;
  World world_;
  WordSource words_{3};
  std::vector<Judgeable> judgeables_;
  int documents_ = 0, vintages_ = 0;
  long written_ = 0;
  std::size_t judged_ = 0, entries_ = 0;
  Cost reading_, importing_, checking_;
};

}  // namespace

World big_world() {
  return World(world_shape);
}

void build_big_store(const std::filesystem::path& file, const BigStoreSize& size) {
  const Stopwatch watch;
  {
    OpenOptions options;
    options.mode = OpenMode::create;
    const auto store = open_store(file, options);
    Builder(*store, size.claims).build();
  }
  const Cost cost = watch.cost();
  std::printf("built in %.0f s, %.0f s of processor time\n", cost.wall, cost.processor);
}

}  // namespace avow::bench
