#include "common/sample.hpp"

namespace avow::bench {
namespace {

Reading read(const Claim& claim, int number) {
  Reading reading;
  reading.claim = id_of(claim);
  reading.kind = number % 3 == 0 ? Kind::pledge : Kind::statistic;
  reading.topic = "budget";
  reading.target.subject_text = "the government";
  reading.target.indicator_text = "expenditure";
  reading.target.indicator = "indicator-" + std::to_string(number % 40);
  reading.target.relation = Relation::at_least;
  reading.target.value = Decimal{2.0 + number % 50, 0.1};
  reading.target.unit = "percent";
  reading.target.due = Date::year(2025 + number % 20);
  reading.strength = Strength::commit;
  reading.score = 0.8;
  reading.cues = {{claim.span, "modal will"}};
  reading.maker.plugin = number % 3 == 0 ? "pledge" : "statistic";
  reading.maker.version = "1.0.0";
  reading.maker.configuration = sha256("{}");
  return reading;
}

Claim say(const Sample& sample, const Span& span, int number, int speakers) {
  const std::string speaker = std::to_string(number % 10 == 0 ? 0 : number % speakers);
  return {id_of(sample.document),
          span,
          text_quote(sample.document.text, span),
          Voice::quotation,
          "Speaker " + speaker,
          "speaker-" + speaker,
          sample.document.published};
}

}  // namespace

Sample make_sample(WordSource& words, int number, const SampleShape& shape) {
  Sample sample;
  Document& document = sample.document;
  document.url = "https://example.org/" + std::to_string(number);
  document.title = words.next() + " " + words.next() + " " + std::to_string(number);
  document.publisher = "Gazette";
  document.published = Date::day(day_from_number(18'000 + number % 2'000));
  document.language = "en";
  document.media_type = "text/plain";
  std::vector<Span> sentences;
  for (std::size_t i = 0; i < shape.sentences; ++i) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += words.sentence(shape.words_per_sentence);
    sentences.push_back({begin, static_cast<std::uint32_t>(document.text.size())});
    document.text += "\n";
  }
  sample.raw = document.text;
  document.raw = sha256(sample.raw);
  const std::size_t step = shape.sentences / shape.claims;
  for (std::size_t i = 0; i < shape.claims; ++i) {
    const int at = number * 7 + static_cast<int>(i);
    sample.claims.push_back(say(sample, sentences[i * step], at, shape.speakers));
    sample.readings.push_back(read(sample.claims.back(), at));
  }
  return sample;
}

void add(StoreWriter& writer, const Sample& sample) {
  writer.begin_entry({"ingest", "bench", sample.document.url});
  writer.add(sample.document, sample.raw);
  for (std::size_t i = 0; i < sample.claims.size(); ++i) {
    writer.add(sample.claims[i]);
    writer.add(sample.readings[i]);
  }
}

}  // namespace avow::bench
