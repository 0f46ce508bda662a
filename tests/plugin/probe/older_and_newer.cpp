#include <avow/plugin_abi.h>

#include <cstddef>
#include <cstring>

// Emits one candidate as a plugin would that knew a shorter struct, with rubbish after its end, and one as a plugin
// would that knows a longer one.
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

int detect(void*, const avow_document*, const avow_sink* sink) {
  avow_candidate older = candidate({0, 1});
  std::memset(&older.target, 0xAB, sizeof older - offsetof(avow_candidate, target));
  older.struct_size = offsetof(avow_candidate, target);
  if (sink->emit(sink->context, &older) != 0) return 1;

  LongerCandidate newer{candidate({1, 2}), UINT64_MAX};
  newer.known.struct_size = sizeof newer;
  return sink->emit(sink->context, &newer);
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
const avow_plugin_v1 avow_plugin = {AVOW_ABI_MAGIC, AVOW_ABI_MAJOR, AVOW_ABI_MINOR, 1, "older-and-newer", "1.0.0",
                                    create,         destroy,        get_extension};
