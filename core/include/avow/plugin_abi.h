/* The plugin ABI of Avow: pure C11, frozen for a major version.
 *
 * Conventions, which hold for everything below:
 *  1. A plugin is a shared library that exports one data symbol, `avow_plugin`, of type `const avow_plugin_v1`.
 *  2. Text is UTF-8, given as pointer and length; it is not null-terminated. Offsets count bytes.
 *  3. Every struct that may grow begins with `struct_size`, set to sizeof by whoever fills it in. Structs grow at the end
 *     only. A reader takes what lies beyond the writer's struct_size as zero. avow_str, avow_span, avow_number, avow_date
 *     and avow_word never grow.
 *  4. Arrays are avow_array: their items lie `stride` bytes apart, so that items may grow too.
 *  5. Whatever the host hands in is the host's, const, and valid until the call returns. Whatever the plugin hands to a
 *     sink is copied before `emit` returns. Nothing is freed across the line.
 *  6. No exception and no longjmp may leave a plugin. Failure is a non-zero result and avow_sink.fail with the reason.
 *  7. An instance is used by one thread at a time; several instances may be used at once by several threads.
 *  8. The same input and configuration give the same answer. When that answer changes, raise output_revision.
 *  9. Words (kinds, relations, verdicts, ...) are given as text, from the lists in the comments; "" is "not said".
 */
#ifndef AVOW_PLUGIN_ABI_H
#define AVOW_PLUGIN_ABI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AVOW_ABI_MAGIC 0x574f5641u /* "AVOW", little-endian */
#define AVOW_ABI_MAJOR 1u
#define AVOW_ABI_MINOR 1u

#define AVOW_EXTENSION_DETECTOR "avow.detector/1"
#define AVOW_EXTENSION_CHECKER "avow.checker/1"

#if defined(__GNUC__)
#define AVOW_EXPORT __attribute__((visibility("default")))
#else
#define AVOW_EXPORT
#endif

/* ---- values that never grow ------------------------------------------------------------------------------------- */

typedef struct avow_str {
  const char *data; /* may be NULL when size is 0 */
  uint64_t size;
} avow_str;

typedef struct avow_span {
  uint64_t begin; /* half-open: [begin, end) */
  uint64_t end;
} avow_span;

/* A number as said: `step` is the smallest step that the wording distinguishes ("2.0": 0.1; "1.5 billion": 1e8), 0 when
 * not known. `present` is 0 when there is no number. */
typedef struct avow_number {
  double value;
  double step;
  uint64_t present;
} avow_number;

/* A date with precision; `edtf` is empty when unknown. Days count from 1970-01-01; INT32_MIN and INT32_MAX are open.
 * Towards the host only `edtf` counts: it works out the days itself. */
typedef struct avow_date {
  avow_str edtf;
  int32_t earliest;
  int32_t latest;
} avow_date;

typedef struct avow_array {
  const void *items;
  uint64_t count;
  uint64_t stride;
} avow_array;

/* ---- the annotated document, from the host to a detector (since 1.0) --------------------------------------------- */

typedef struct avow_sentence {
  uint64_t struct_size;
  avow_span span;
  int64_t voice; /* index into voices of the innermost voice at its begin; -1: the document's own */
  avow_span words;     /* since 1.1: its words are [begin, end) of avow_document.words, counted, not bytes */
  uint64_t marks_after; /* since 1.1: AVOW_MARK_*, after its last word */
} avow_sentence;

/* What stands between two words, as bits; 0 between words that nothing or only blanks part. */
#define AVOW_MARK_COMMA 1u
#define AVOW_MARK_STOP 2u /* . ! ? ; : and the ellipsis */
#define AVOW_MARK_DASH 4u /* a dash of any length, two hyphens, a hyphen after a blank */
#define AVOW_MARK_OPEN 8u /* ( [ */
#define AVOW_MARK_CLOSE 16u
#define AVOW_MARK_QUOTE 32u    /* a quotation mark that is no apostrophe */
#define AVOW_MARK_QUESTION 64u /* "?", beside AVOW_MARK_STOP */

#define AVOW_WORD_CAPITAL 1u /* begins with one of A-Z or U+00C0 to U+00DE */
#define AVOW_WORD_DIGIT 2u   /* begins with one of 0-9 */

/* A word of a sentence (since 1.1), cut once for all plugins, so that each needs but look its hash up.
 *
 * A word is a run of letters and digits: of A-Z, a-z, 0-9 and all characters beyond ASCII but U+0080 to U+00BF (save
 * U+00AA, U+00B5 and U+00BA) and U+2000 to U+2BFF. It goes on over a hyphen, and over an apostrophe (' or U+2019), that
 * has a word's character after it, and in a word that begins with a digit over a comma or full stop with a digit after
 * it: "long-term", "don't", "1,250.5". An apostrophe directly after a word and s, d, m, ll, re or ve with no letter
 * after these begin a word of its own that holds both: "we'll" is "we" and "'ll", "NATO's" is "NATO" and "'s".
 *
 * `hash` is FNV-1a of 64 bits (offset basis 14695981039346656037, prime 1099511628211) over the bytes of the word with
 * A-Z and U+00C0 to U+00DE but U+00D7 in lower case and U+2019 as "'". Two words with one hash may be taken for one. */
typedef struct avow_word {
  uint64_t hash;
  uint32_t begin; /* bytes of the text, half-open */
  uint32_t end;
  uint32_t marks; /* AVOW_MARK_*, between this word and the one before it, or the begin of the sentence */
  uint32_t form;  /* AVOW_WORD_* */
} avow_word;

typedef struct avow_voice {
  uint64_t struct_size;
  avow_span content;
  avow_span source;
  avow_span cue;
  avow_str kind; /* "turn", "quotation", "reported" */
  avow_str name;
  uint64_t interviewer; /* 1: asks rather than answers; the host drops claims in such a voice */
} avow_voice;

typedef struct avow_quantity {
  uint64_t struct_size;
  avow_span span;
  avow_span number;
  avow_number value;
  avow_number upper; /* of a range */
  avow_str unit;
  avow_str bound; /* "exact", "about", "at_least", "at_most", "more_than", "less_than" */
} avow_quantity;

typedef struct avow_date_mention {
  uint64_t struct_size;
  avow_span span;
  avow_date date;
  avow_str role; /* "at", "by", "since", "from", "until", "within" */
  uint64_t relative;
} avow_date_mention;

typedef struct avow_mention {
  uint64_t struct_size;
  avow_span span;
  avow_str kind; /* "entity", "measure" */
  avow_str code; /* code of the entity, or the name of the measure */
} avow_mention;

/* Arrays are ordered by begin of span, then longer first. */
typedef struct avow_document {
  uint64_t struct_size;
  avow_str id; /* hex */
  avow_str url;
  avow_str title;
  avow_str publisher;
  avow_str author;
  avow_str speaker;
  avow_str language;
  avow_date published;
  avow_str text;
  avow_array sentences;  /* avow_sentence */
  avow_array voices;     /* avow_voice */
  avow_array quantities; /* avow_quantity */
  avow_array dates;      /* avow_date_mention */
  avow_array mentions;   /* avow_mention */
  avow_array words;      /* avow_word, since 1.1: of one sentence after the other */
} avow_document;

/* ---- what a detector found (since 1.0) ---------------------------------------------------------------------------- */

typedef struct avow_target {
  uint64_t struct_size;
  avow_str subject;   /* as said ("Allies", "we") or the code of an entity; the host resolves it */
  avow_str indicator; /* a measure ("defence expenditure") or the code of an indicator; the host resolves it */
  avow_str relation;  /* "", "at_least", "at_most", "equal", "between", "rise", "fall", "rise_by", "fall_by", "rise_to",
                         "fall_to", "record_high", "record_low" */
  avow_number value;
  avow_number upper; /* of "between" */
  avow_str unit;
  avow_date baseline;
  avow_date due;
  avow_str scope; /* "", "each", "total" */
  avow_str condition;
  avow_str hedge; /* since 1.1: what words made of the value: "", "about", "nearly", "over", "under" */
} avow_target;

typedef struct avow_cue {
  uint64_t struct_size;
  avow_span span;
  avow_str label;
} avow_cue;

typedef struct avow_candidate {
  uint64_t struct_size;
  avow_span span; /* within the text, on character boundaries, not empty */
  avow_str kind;  /* "pledge", "forecast", "statistic", "fact", "stance" */
  avow_str topic;
  avow_str strength; /* "", "hope", "aim", "commit" */
  uint64_t negated;
  double score; /* 0 to 1 */
  const avow_target *target; /* NULL: nothing more is known; a pointer, so that a target may grow */
  avow_array cues; /* avow_cue */
} avow_candidate;

/* ---- what a checker is asked, and answers (since 1.0) ------------------------------------------------------------- */

typedef struct avow_claim {
  uint64_t struct_size;
  avow_str claim;   /* hex id */
  avow_str reading; /* hex id */
  avow_str quote;
  avow_str speaker; /* code of the entity, or the name as said */
  avow_date said;
  avow_str kind;
  avow_str strength;
  uint64_t negated;
  const avow_target *target; /* never NULL; subject and indicator resolved to codes, or empty */
  int32_t today;      /* judge as if it were this day */
  avow_str subject_name; /* what to call target->subject in a reason; empty when it was not resolved */
} avow_claim;

typedef struct avow_observation {
  uint64_t struct_size;
  avow_str id; /* hex */
  avow_str indicator;
  avow_str entity;
  avow_date period;
  avow_number value;
  avow_str unit;
  avow_str status;   /* "actual", "estimate", "forecast" */
  int32_t published; /* the vintage */
  avow_str source;
} avow_observation;

typedef struct avow_member {
  uint64_t struct_size;
  avow_str code;
  avow_str name;
  avow_date from;
  avow_date until;
} avow_member;

typedef struct avow_passage {
  uint64_t struct_size;
  avow_str document; /* hex id */
  avow_span span;
  avow_str text;
  avow_date published;
} avow_passage;

typedef struct avow_query {
  uint64_t struct_size;
  avow_str indicator; /* for observations */
  avow_str entity;    /* for observations and members; empty: every entity. Since 1.1 for passages: the document must
                         name it, by any of its names; what is no code is taken as a name */
  int32_t from;       /* periods (passages: publication) that begin on or after; INT32_MIN: open */
  int32_t until;      /* and end on or before; INT32_MAX: open */
  avow_str words;     /* for passages: words that the document must hold, all of them */
  uint64_t limit;     /* at most so many; 0: the host's own limit */
  int32_t published_until; /* since 1.1, for observations, when has_published_until is 1: only vintages that were out by
                              this day, so that of each figure the newest of those is given. A day after `today` is
                              `today`. A struct of 1.0 ends before it and means `today` */
  uint32_t has_published_until;
  avow_str any_words; /* since 1.1, for passages: words of which the document must hold one or more */
} avow_query;

/* The host's services to a checker. Only what was published by `today`, and known as of the run's --as-of, is given; of an
 * observation that several vintages give, only the newest. The array is the host's and valid until the next call of the
 * same service or the return of `check`. Results are 0 on success, in a fixed order: observations by entity, period;
 * members by code; passages by publication, document, begin. */
typedef struct avow_host {
  uint64_t struct_size;
  void *context;
  int (*observations)(void *context, const avow_query *query, avow_array *out); /* avow_observation */
  int (*members)(void *context, avow_str group, int32_t day, avow_array *out);  /* avow_member */
  int (*passages)(void *context, const avow_query *query, avow_array *out);     /* avow_passage */
} avow_host;

typedef struct avow_figure {
  uint64_t struct_size;
  avow_str name;
  avow_str value;
} avow_figure;

typedef struct avow_evidence {
  uint64_t struct_size;
  avow_str kind;      /* "observation", "document", "address" */
  avow_str reference; /* hex id, or an address */
  avow_str note;
} avow_evidence;

typedef struct avow_assessment {
  uint64_t struct_size;
  avow_str verdict; /* "not_due", "on_track", "off_track", "stalled", "kept_so_far", "kept", "partly_kept", "broken",
                       "thwarted", "withdrawn", "supported", "refuted", "mixed", "undecidable" */
  uint64_t provisional; /* 1: rests on estimates or forecasts */
  avow_str reason;      /* never empty */
  avow_array figures;   /* avow_figure */
  avow_array evidence;  /* avow_evidence */
} avow_assessment;

/* ---- sinks: how answers leave ------------------------------------------------------------------------------------- */

/* `emit` returns 0 to go on; anything else means "stop and return": the answer was malformed or too much. `item` is an
 * avow_candidate for detectors and an avow_assessment for checkers (at most one). */
typedef struct avow_sink {
  uint64_t struct_size;
  void *context;
  int (*emit)(void *context, const void *item);
  void (*fail)(void *context, avow_str reason);
} avow_sink;

/* ---- extensions: what a plugin can do ----------------------------------------------------------------------------- */

/* Every function of an extension must be there; half of one is refused, naming what is missing. */
typedef struct avow_detector_v1 {
  uint64_t struct_size;
  /* Finds claims in one document. 0: done; else failed, with the reason given to sink->fail. */
  int (*detect)(void *instance, const avow_document *document, const avow_sink *sink);
} avow_detector_v1;

typedef struct avow_checker_v1 {
  uint64_t struct_size;
  /* 1 when this checker can judge such a claim, 0 when not, -1 when it failed. Looks at the claim alone; cheap. */
  int (*can_judge)(void *instance, const avow_claim *claim);
  /* Judges: emits one assessment. 0: done; else failed. */
  int (*check)(void *instance, const avow_claim *claim, const avow_host *host, const avow_sink *sink);
} avow_checker_v1;

/* ---- the entry ---------------------------------------------------------------------------------------------------- */

/* What `create` is given: the folder the plugin lies in (for its data files) and its configuration, a JSON object. */
typedef struct avow_create_args {
  uint64_t struct_size;
  avow_str folder;
  avow_str configuration; /* "{}" when there is none */
  const avow_sink *sink; /* only `fail` may be called */
} avow_create_args;

/* The first three members are read before anything else is trusted: accepted are equal majors, and a plugin's minor of at
 * most the host's. */
typedef struct avow_plugin_v1 {
  uint32_t magic; /* AVOW_ABI_MAGIC */
  uint32_t abi_major;
  uint32_t abi_minor;
  uint32_t output_revision; /* from 1 */
  const char *id;           /* null-terminated: lower-case letters, digits and '-' */
  const char *version;      /* null-terminated: "1.4.0" */
  int (*create)(const avow_create_args *args, void **instance); /* 0: done, *instance may stay NULL; else failed */
  void (*destroy)(void *instance);                              /* never called after a create that failed */
  const void *(*get_extension)(const char *extension_id); /* NULL: not offered */
} avow_plugin_v1;

#ifdef __cplusplus
}
#endif
#endif
