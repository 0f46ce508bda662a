#include "common/world.hpp"

#include <algorithm>
#include <array>

#include "common/word_source.hpp"

namespace avow::bench {
namespace {

constexpr int parties = 10;
const std::string unit = "percent of GDP";

/// A number that looks drawn, of numbers: the mixing function of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t drawn(std::uint64_t from) {
  from += 0x9E3779B97F4A7C15U;
  from = (from ^ (from >> 30U)) * 0xBF58476D1CE4E5B9U;
  from = (from ^ (from >> 27U)) * 0x94D049BB133111EBU;
  return from ^ (from >> 31U);
}

int drawn_below(std::uint64_t from, int end) {
  return static_cast<int>(drawn(from) % static_cast<std::uint64_t>(end));
}

/// Tenths as text, as statistics offices print them.
std::string tenths(double value) {
  const auto count = static_cast<long>(value * 10 + 0.5);
  return std::to_string(count / 10) + "." + std::to_string(count % 10);
}

Entity entity(const std::string& code, EntityKind kind, WordSource& words) {
  std::string name = words.next() + " " + words.next();
  for (std::size_t at = 0; at < name.size(); ++at)
    if (at == 0 || name[at - 1] == ' ') name[at] = static_cast<char>(name[at] - 'a' + 'A');
  return {code, kind, name + " " + code, "", {}, {}};
}

struct Aim {
  Relation relation;
  double above;  ///< how far the amount lies above what is published when it is said
};
constexpr std::array aims{Aim{Relation::at_least, 0.4}, Aim{Relation::at_least, -0.3}, Aim{Relation::at_most, -0.2},
                          Aim{Relation::at_most, 0.5},  Aim{Relation::rise_to, 0.6},   Aim{Relation::fall_to, -0.5},
                          Aim{Relation::equal, 0.1},    Aim{Relation::rise, 0},        Aim{Relation::fall, 0},
                          Aim{Relation::rise_to, 0.25}};

}  // namespace

Vocabulary World::vocabulary() const {
  Vocabulary vocabulary;
  WordSource words(5);
  for (int i = 0; i < parties; ++i)
    vocabulary.entities.push_back(entity("party-" + std::to_string(i), EntityKind::party, words));
  for (int i = 0; i < shape_.countries; ++i)
    vocabulary.entities.push_back(entity(country(i), EntityKind::country, words));
  for (int i = 0; i < shape_.people; ++i) {
    Entity& person =
        vocabulary.entities.emplace_back(entity("speaker-" + std::to_string(i), EntityKind::person, words));
    person.memberships = {{"party-" + std::to_string(i % parties), "member", Date::year(2000), {}}};
  }
  for (int i = 0; i < shape_.indicators; ++i) {
    const std::string name = words.next() + " " + words.next() + " " + std::to_string(i);
    vocabulary.indicators.push_back({indicator(i), name, name, unit, "Gazette", "", 0, {name}});
  }
  return vocabulary;
}

Series World::series(int indicator) {
  return {World::indicator(indicator), "Gazette of figures", "https://example.org/figures", "CC0-1.0"};
}

double World::value(int indicator, int country, int year) const {
  const auto seed = static_cast<std::uint64_t>(indicator) * 1'000 + static_cast<std::uint64_t>(country);
  const double base = 5 + drawn_below(seed, 300) / 10.0;
  const double drift = (drawn_below(seed + 1'000'000'007, 41) - 20) / 100.0;
  const double noise = drawn_below(seed * 64 + static_cast<std::uint64_t>(year), 5) / 10.0;
  return base + drift * (year - shape_.first_year) + noise;
}

Observation World::figure(int indicator, int country, int year, int vintage) const {
  Observation figure;
  figure.series = id_of(series(indicator));
  figure.entity = World::country(country);
  figure.period = Date::year(year);
  figure.value = tenths(value(indicator, country, year) + 0.1 * (vintage % 2));
  figure.unit = unit;
  figure.status = vintage == 0 ? Status::estimate : Status::actual;
  figure.published = Date::year(year + 1).earliest() + std::chrono::days(90 + 182 * vintage);
  return figure;
}

void World::aim_at_figures(Sample& sample, int number, int last_due) const {
  const int said = sample.document.published.single_year().value_or(last_due);
  for (std::size_t i = 0; i < sample.readings.size(); ++i) {
    const std::uint64_t seed = static_cast<std::uint64_t>(number) * 64 + i;
    const int about = drawn_below(seed, shape_.indicators), of = drawn_below(seed + 1'000'000'007, shape_.countries);
    const Aim& aim = aims[static_cast<std::size_t>(drawn_below(seed + 2'000'000'011, aims.size()))];
    Reading& reading = sample.readings[i];
    reading.kind = i % 4 == 3 ? Kind::forecast : Kind::pledge;
    reading.topic = "topic-" + std::to_string(about % shape_.topics);
    Target& target = reading.target;
    target.subject = country(of);
    target.subject_text = "the country";
    target.indicator = indicator(about);
    target.relation = aim.relation;
    target.value.reset();
    if (aim.above != 0) target.value = parse_decimal(tenths(std::max(0.1, value(about, of, said) + aim.above)));
    target.unit = unit;
    target.due = Date::year(std::min(last_due, said + 1 + drawn_below(seed + 3'000'000'019, 4)));
  }
}

}  // namespace avow::bench
