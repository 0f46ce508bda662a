#pragma once

#include <string>

#include "common/sample.hpp"
#include "model/observation.hpp"
#include "read/vocabulary_reader.hpp"

namespace avow::bench {

struct WorldShape {
  int indicators = 100;
  int countries = 60;
  int people = 1'000;  ///< speaker-0, speaker-1, ... of a Sample, each a member of one of ten parties
  int topics = 25;
  int first_year = 2006;
  int years = 20;
  int vintages = 3;  ///< how often each figure is published
};

/// An invented world with figures that samples can be about, made by rule: the same for the same shape. All indicators
/// are in percent of GDP.
class World {
 public:
  explicit World(const WorldShape& shape) : shape_(shape) {}
  const WorldShape& shape() const { return shape_; }

  Vocabulary vocabulary() const;
  static std::string indicator(int number) { return "indicator-" + std::to_string(number); }
  static std::string country(int number) { return "country-" + std::to_string(number); }

  static Series series(int indicator);
  /// A figure drifts over the years by a rule of its own, is an estimate in its first vintage, number 0, and is revised a
  /// little by later ones. Vintages come half a year after each other, the first when the year is over.
  Observation figure(int indicator, int country, int year, int vintage) const;

  /// Turns a sample's readings into pledges and forecasts that figures can judge: each about a country, an indicator
  /// and an amount near to what is published, due within a few years of being said, by `last_due` at the latest.
  void aim_at_figures(Sample& sample, int number, int last_due) const;

 private:
  double value(int indicator, int country, int year) const;
  WorldShape shape_;
};

}  // namespace avow::bench
