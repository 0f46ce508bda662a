#include "plugin/serialise.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "plugin/plugin.hpp"
#include "support/paths.hpp"

// What goes over the line as JSON comes back as it was, whatever it is.
namespace avow {
namespace {

template <typename Value>
Value back(const Json& json) {
  Value value;
  from_json(parse_json(json.dump(), "the line"), value);
  return value;
}

template <typename Value>
void expect_same(const Value& value) {
  RC_ASSERT(back<Value>(Json(value)) == value);
}

template <typename Work>
void for_any(Work work) {
  ASSERT_TRUE(rc::check(work));
}

int up_to(int last) {
  return *rc::gen::inRange(0, last + 1);
}
bool coin() {
  return up_to(1) == 1;
}

std::string any_text() {
  static const std::vector<std::string> parts{"a",        " ", "\"", "\\", "\n", "\xC3\xA9", "\xF0\x9F\x9A\x80",
                                              "\xD7\xA9", "3"};
  std::string text;
  for (int i = up_to(8); i > 0; --i) text += parts[static_cast<std::size_t>(up_to(8))];
  return text;
}
std::string some_text() {
  return "x" + any_text();
}

/// Never empty, never beyond byte 2001.
Span any_span() {
  const int begin = up_to(1000);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 1 + up_to(1000))};
}

Date any_date() {
  static const std::vector<std::string> dates{
      "", "2035", "2025-06", "2025-06-24", "202X", "2025-06-24/2025-06-25", "../2035", "2014~"};
  const std::string& text = dates[static_cast<std::size_t>(up_to(7))];
  return text.empty() ? Date{} : *Date::parse(text);
}
Day any_day() {
  return day_from_number(*rc::gen::inRange(-20'000, 40'000));
}

Decimal any_decimal() {
  const double value = *rc::gen::arbitrary<double>();
  return {value, static_cast<double>(up_to(10)) / 8};
}
std::optional<Decimal> maybe_decimal() {
  return coin() ? std::optional(any_decimal()) : std::nullopt;
}

Id any_id() {
  Id id;
  for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(up_to(255));
  return id;
}

template <typename Enum, std::size_t N>
Enum any_of(const EnumNames<Enum, N>& names) {
  return names.table[static_cast<std::size_t>(up_to(static_cast<int>(N) - 1))].first;
}

template <typename Make>
auto some(Make make) {
  std::vector<decltype(make())> items;
  for (int i = up_to(3); i > 0; --i) items.push_back(make());
  return items;
}

Target any_target() {
  return {any_text(),      any_text(), any_text(), any_text(), any_of(relations), maybe_decimal(),
          maybe_decimal(), any_text(), any_date(), any_date(), any_of(scopes),    any_text(), any_of(hedges)};
}

Annotations any_annotations() {
  return {any_text(),
          some([] { return Sentence{any_span()}; }),
          some([] { return VoiceSpan{any_span(), any_span(), any_span(), any_of(voices), any_text(), coin()}; }),
          some([] {
            const bool range = coin();
            return Quantity{any_span(), any_span(),     any_decimal(),   range,      range ? any_decimal() : Decimal{},
                            any_text(), any_of(bounds), any_of(changes), any_text(), any_span(),
                            coin()};
          }),
          some([] {
            return DateMention{any_span(), any_date(), any_of(date_roles), coin()};
          }),
          some([] {
            return Mention{any_span(), any_of(mention_kinds), any_text()};
          })};
}

TEST(Serialise, KeepsAnnotatedDocuments) {
  for_any([] {
    const Document document{any_text(), any_text(), any_text(), any_text(),  any_text(),
                            any_date(), any_text(), any_text(), some_text(), sha256(any_text())};
    const Annotations annotations = any_annotations();
    const auto read = back<OwnedDocument>(Json(AnnotatedDocument{any_id(), document, annotations}));
    RC_ASSERT(id_of(read.document) == id_of(document));
    RC_ASSERT(read.annotations.language == annotations.language);
    RC_ASSERT(read.annotations.sentences == annotations.sentences);
    RC_ASSERT(read.annotations.voices == annotations.voices);
    RC_ASSERT(read.annotations.quantities == annotations.quantities);
    RC_ASSERT(read.annotations.dates == annotations.dates);
    RC_ASSERT(read.annotations.mentions == annotations.mentions);
  });
}

TEST(Serialise, KeepsCandidates) {
  for_any([] {
    expect_same(Candidate{any_span(), any_of(kinds), any_text(), any_of(strengths), coin(),
                          static_cast<double>(up_to(64)) / 64, any_target(), some([] {
                            return Cue{any_span(), any_text()};
                          })});
  });
}

TEST(Serialise, KeepsCheckRequests) {
  for_any([] {
    expect_same(CheckRequest{any_id(), any_id(), any_text(), any_text(), any_date(), any_of(kinds), any_of(strengths),
                             coin(), any_target(), any_day(), any_text()});
  });
}

TEST(Serialise, KeepsJudgements) {
  for_any([] {
    expect_same(Judgement{any_of(verdicts), coin(), some_text(), some([] { return std::pair(any_text(), any_text()); }),
                          some([] {
                            return Evidence{any_of(evidence_kinds), some_text(), any_text()};
                          })});
  });
}

TEST(Serialise, KeepsWhatCheckersAskAndAreAnswered) {
  for_any([] {
    expect_same(ObservationQuery{any_text(), any_text(), any_date(), any_date(), any_date()});
    expect_same(ObservedValue{any_id(), any_text(), any_text(), any_date(), any_decimal(), any_text(), any_of(statuses),
                              any_day(), any_text()});
    expect_same(MemberQuery{any_text(), any_day()});
    expect_same(Member{any_text(), any_text(), any_date(), any_date()});
    expect_same(PassageQuery{any_text(), any_date(), any_date(), static_cast<std::size_t>(up_to(1000))});
    expect_same(Passage{any_id(), any_span(), any_text(), any_date()});
  });
}

TEST(Serialise, GivesDetectorsTheSameToFind) {
  const auto probe = load_plugin(build_folder() / "probe_plugins/probe");
  for_any([&probe] {
    Document document;
    document.published = any_date();
    while (document.text.size() <= 2001) document.text += "crane ";
    const Annotations annotations = any_annotations();
    const AnnotatedDocument here{id_of(document), document, annotations};
    const auto there = back<OwnedDocument>(Json(here));
    RC_ASSERT(probe->detect(there.view()) == probe->detect(here));
  });
}

TEST(Serialise, NamesTheKeyThatIsWrong) {
  Json json = Json(MemberQuery{"harbours", {}});
  json["day"] = "yesterday";
  try {
    back<MemberQuery>(json);
    FAIL() << "nothing thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_input);
    EXPECT_NE(std::string(error.what()).find("\"day\""), std::string::npos);
  }
}

}  // namespace
}  // namespace avow
