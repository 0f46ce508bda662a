#include <avow/plugin_abi.h>

#include <cstring>
#include <limits>
#include <stdexcept>
#include <string>

// A plugin that breaks the contract in one way, chosen by BROKEN (see CMakeLists.txt) and otherwise keeps it: it emits
// one good candidate first, of which nothing may come out. Plain ABI, since the SDK would not let most of this happen.
namespace {

constexpr avow_str text(const char* words) {
  return {words, std::char_traits<char>::length(words)};
}

avow_candidate good_candidate() {
  avow_candidate candidate{};
  candidate.struct_size = sizeof candidate;
  candidate.span = {0, 4};
  candidate.kind = text("fact");
  candidate.score = 0.5;
  return candidate;
}

avow_assessment good_assessment() {
  avow_assessment answer{};
  answer.struct_size = sizeof answer;
  answer.verdict = text("undecidable");
  answer.reason = text("nothing was measured");
  return answer;
}

/// The text that the tests give begins with "Ärger": byte 1 lies inside a character.
[[maybe_unused]] void spoil(avow_candidate& candidate, avow_target& target) {
  candidate.target = &target;
  target.struct_size = sizeof target;
#if BROKEN == BROKEN_SPAN_OUTSIDE
  candidate.span = {2, 1'000'000};
#elif BROKEN == BROKEN_SPAN_EMPTY
  candidate.span = {2, 2};
#elif BROKEN == BROKEN_SPAN_CUTS_CHARACTER
  candidate.span = {1, 4};
#elif BROKEN == BROKEN_INVALID_UTF8
  candidate.topic = text("half a character: \xC3");
#elif BROKEN == BROKEN_UNKNOWN_KIND
  candidate.kind = text("oath");
#elif BROKEN == BROKEN_NAN_SCORE
  candidate.score = std::numeric_limits<double>::quiet_NaN();
#elif BROKEN == BROKEN_SCORE_ABOVE_ONE
  candidate.score = 1.5;
#elif BROKEN == BROKEN_INFINITE_VALUE
  target.value = {std::numeric_limits<double>::infinity(), 0, 1};
#elif BROKEN == BROKEN_BAD_DATE
  target.due.edtf = text("2025-13");
#elif BROKEN == BROKEN_NULL_ARRAY
  candidate.cues = {nullptr, 3, sizeof(avow_cue)};
#elif BROKEN == BROKEN_TINY_STRUCT
  candidate.struct_size = 3;
#endif
}

int detect(void*, const avow_document*, const avow_sink* sink) {
  avow_candidate candidate = good_candidate();
  if (sink->emit(sink->context, &candidate) != 0) return 1;
#if BROKEN == BROKEN_THROWS_IN_DETECT
  throw std::runtime_error("out of ideas");
#elif BROKEN == BROKEN_THROWS_NO_EXCEPTION
  throw 42;
#elif BROKEN == BROKEN_FAILS_SILENTLY
  return 7;
#elif BROKEN == BROKEN_ENDLESS_EMIT
  while (sink->emit(sink->context, &candidate) == 0) continue;
  return 0;
#elif BROKEN == BROKEN_HUGE_ANSWER
  const std::string much(std::size_t{64} << 20, 'x');
  candidate.topic = {much.data(), much.size()};
  return sink->emit(sink->context, &candidate);
#else
  avow_target target{};
  spoil(candidate, target);
  // Goes on as if the host had not refused, and even says that all went well.
  sink->emit(sink->context, &candidate);
  return 0;
#endif
}

int can_judge(void*, const avow_claim*) {
#if BROKEN == BROKEN_THROWS_IN_CAN_JUDGE
  throw std::runtime_error("out of judgement");
#else
  return 1;
#endif
}

int check(void*, const avow_claim*, const avow_host*, const avow_sink* sink) {
  [[maybe_unused]] avow_assessment answer = good_assessment();
  [[maybe_unused]] const avow_evidence evidence{sizeof(avow_evidence), text("observation"), text("not hex"), text("")};
#if BROKEN == BROKEN_UNKNOWN_VERDICT
  answer.verdict = text("guilty");
#elif BROKEN == BROKEN_NO_REASON
  answer.reason = text("");
#elif BROKEN == BROKEN_NO_ANSWER
  return 0;
#elif BROKEN == BROKEN_TWO_ANSWERS
  sink->emit(sink->context, &answer);
#elif BROKEN == BROKEN_THROWS_IN_CHECK
  throw std::runtime_error("out of patience");
#elif BROKEN == BROKEN_BAD_EVIDENCE
  answer.evidence = {&evidence, 1, sizeof evidence};
#endif
  sink->emit(sink->context, &answer);
  return 0;
}

int create(const avow_create_args*, [[maybe_unused]] void** instance) {
#if BROKEN == BROKEN_THROWS_IN_CREATE
  throw std::runtime_error("out of memory, so to speak");
#else
  *instance = nullptr;
  return 0;
#endif
}

void destroy(void*) {}

const void* get_extension(const char* id) {
  static constexpr avow_detector_v1 detector{sizeof(avow_detector_v1),
                                             BROKEN == BROKEN_HALF_DETECTOR ? nullptr : detect};
  static constexpr avow_checker_v1 checker{sizeof(avow_checker_v1), can_judge,
                                           BROKEN == BROKEN_HALF_CHECKER ? nullptr : check};
  if (std::strcmp(id, AVOW_EXTENSION_DETECTOR) == 0) return &detector;
  if (std::strcmp(id, AVOW_EXTENSION_CHECKER) == 0 && BROKEN != BROKEN_UNPROMISED_CAPABILITY) return &checker;
  return nullptr;
}

}  // namespace

#if BROKEN == BROKEN_MISSING_SYMBOL
#define avow_plugin avow_plug_in
#endif
extern "C" AVOW_EXPORT const avow_plugin_v1 avow_plugin;
const avow_plugin_v1 avow_plugin = {
    BROKEN == BROKEN_WRONG_MAGIC ? 0xDEADBEEFu : AVOW_ABI_MAGIC,
    AVOW_ABI_MAJOR + (BROKEN == BROKEN_WRONG_MAJOR ? 1u : 0u),
    AVOW_ABI_MINOR + (BROKEN == BROKEN_NEWER_MINOR ? 1u : 0u),
    1u,
    BROKEN == BROKEN_OTHER_ID ? "unbroken" : "broken",
    BROKEN == BROKEN_OTHER_VERSION ? "2.0.0" : "1.0.0",
    BROKEN == BROKEN_NULL_CREATE ? nullptr : create,
    destroy,
    get_extension,
};
