#include <avow/plugin_abi.h>

#include <cstddef>
#include <cstring>

// A plugin of the first minor of the ABI. Emits one candidate as a plugin would that knew a shorter struct, with
// rubbish after its end, one as a plugin would that knows a longer one, and one for each sentence, of which it knows no
// more than that minor told.
namespace {

struct LongerCandidate {
  avow_candidate known;
  uint64_t unknown_to_this_host;
};

avow_candidate candidate(avow_span span) {
  avow_candidate out{};
  out.struct_size = sizeof out;
  out.span = span;
  out.kind = {"fact", 4};
  out.score = 0.25;
  return out;
}

int detect(void*, const avow_document* document, const avow_sink* sink) {
  avow_candidate older = candidate({0, 1});
  std::memset(&older.target, 0xAB, sizeof older - offsetof(avow_candidate, target));
  older.struct_size = offsetof(avow_candidate, target);
  if (sink->emit(sink->context, &older) != 0) return 1;

  LongerCandidate newer{candidate({1, 2}), UINT64_MAX};
  newer.known.struct_size = sizeof newer;
  if (sink->emit(sink->context, &newer) != 0) return 1;

  for (uint64_t i = 0; i < document->sentences.count; ++i) {
    const auto* const item = static_cast<const char*>(document->sentences.items) + i * document->sentences.stride;
    const avow_candidate one = candidate(reinterpret_cast<const avow_sentence*>(item)->span);
    if (sink->emit(sink->context, &one) != 0) return 1;
  }
  return 0;
}

int create(const avow_create_args*, void**) {
  return 0;
}
void destroy(void*) {}
const void* get_extension(const char* id) {
  static constexpr avow_detector_v1 detector{sizeof(avow_detector_v1), detect};
  return std::strcmp(id, AVOW_EXTENSION_DETECTOR) == 0 ? &detector : nullptr;
}

}  // namespace

extern "C" AVOW_EXPORT const avow_plugin_v1 avow_plugin;
const avow_plugin_v1 avow_plugin = {AVOW_ABI_MAGIC, AVOW_ABI_MAJOR, 0, 1, "older-and-newer", "1.0.0", create,
                                    destroy,        get_extension};
