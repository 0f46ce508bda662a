/* A plugin in plain C11: every sentence that ends in '!' is a stance; every claim is undecidable. It shows that the ABI
 * needs nothing of C++, and keeps no state at all. */
#include <avow/plugin_abi.h>
#include <string.h>

#define TEXT(literal) ((avow_str){(literal), sizeof(literal) - 1})

static const avow_sentence *sentence_at(const avow_array *sentences, uint64_t index) {
  return (const avow_sentence *)((const char *)sentences->items + index * sentences->stride);
}

static int is_exclamation(avow_str text, avow_span span) { return span.end > span.begin && text.data[span.end - 1] == '!'; }

static int detect(void *instance, const avow_document *document, const avow_sink *sink) {
  (void)instance;
  for (uint64_t i = 0; i < document->sentences.count; ++i) {
    const avow_span span = sentence_at(&document->sentences, i)->span;
    if (!is_exclamation(document->text, span)) continue;
    const avow_candidate candidate = {
        .struct_size = sizeof candidate, .span = span, .kind = TEXT("stance"), .score = 0.5};
    if (sink->emit(sink->context, &candidate) != 0) return 1;
  }
  return 0;
}

static int can_judge(void *instance, const avow_claim *claim) {
  (void)instance;
  return claim->target->indicator.size == 0;
}

static int check(void *instance, const avow_claim *claim, const avow_host *host, const avow_sink *sink) {
  (void)instance, (void)claim, (void)host;
  const avow_assessment answer = {.struct_size = sizeof answer,
                                  .verdict = TEXT("undecidable"),
                                  .reason = TEXT("Nothing measurable was said.")};
  return sink->emit(sink->context, &answer);
}

static int create(const avow_create_args *args, void **instance) {
  (void)args;
  *instance = NULL;
  return 0;
}

static void destroy(void *instance) { (void)instance; }

static const void *get_extension(const char *id) {
  static const avow_detector_v1 detector = {sizeof detector, detect};
  static const avow_checker_v1 checker = {sizeof checker, can_judge, check};
  if (strcmp(id, AVOW_EXTENSION_DETECTOR) == 0) return &detector;
  if (strcmp(id, AVOW_EXTENSION_CHECKER) == 0) return &checker;
  return NULL;
}

AVOW_EXPORT extern const avow_plugin_v1 avow_plugin;
const avow_plugin_v1 avow_plugin = {.magic = AVOW_ABI_MAGIC,
                                    .abi_major = AVOW_ABI_MAJOR,
                                    .abi_minor = AVOW_ABI_MINOR,
                                    .output_revision = 1,
                                    .id = "c-plugin",
                                    .version = "1.0.0",
                                    .create = create,
                                    .destroy = destroy,
                                    .get_extension = get_extension};
