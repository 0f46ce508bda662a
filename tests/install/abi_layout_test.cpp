#include <gtest/gtest.h>

#include <cstddef>

#include "avow/plugin_abi.h"

// The layout of major 1 of the plugin ABI as it was first published, on 64-bit machines. A plugin built then must be
// understood for ever: what fails here is a change for which the major has to rise. Members that are added at the end
// of a struct that may grow are no such change, and are added to the table.
namespace {

struct Member {
  const char* name;
  std::size_t published;
  std::size_t offset;
};
struct Size {
  const char* name;
  std::size_t published;
  std::size_t size;
};

constexpr Member members[] = {
    Member{"avow_str.data", 0, offsetof(avow_str, data)},
    Member{"avow_str.size", 8, offsetof(avow_str, size)},
    Member{"avow_span.begin", 0, offsetof(avow_span, begin)},
    Member{"avow_span.end", 8, offsetof(avow_span, end)},
    Member{"avow_number.value", 0, offsetof(avow_number, value)},
    Member{"avow_number.step", 8, offsetof(avow_number, step)},
    Member{"avow_number.present", 16, offsetof(avow_number, present)},
    Member{"avow_date.edtf", 0, offsetof(avow_date, edtf)},
    Member{"avow_date.earliest", 16, offsetof(avow_date, earliest)},
    Member{"avow_date.latest", 20, offsetof(avow_date, latest)},
    Member{"avow_array.items", 0, offsetof(avow_array, items)},
    Member{"avow_array.count", 8, offsetof(avow_array, count)},
    Member{"avow_array.stride", 16, offsetof(avow_array, stride)},
    Member{"avow_sentence.struct_size", 0, offsetof(avow_sentence, struct_size)},
    Member{"avow_sentence.span", 8, offsetof(avow_sentence, span)},
    Member{"avow_sentence.voice", 24, offsetof(avow_sentence, voice)},
    Member{"avow_sentence.words", 32, offsetof(avow_sentence, words)},
    Member{"avow_sentence.marks_after", 48, offsetof(avow_sentence, marks_after)},
    Member{"avow_word.hash", 0, offsetof(avow_word, hash)},
    Member{"avow_word.begin", 8, offsetof(avow_word, begin)},
    Member{"avow_word.end", 12, offsetof(avow_word, end)},
    Member{"avow_word.marks", 16, offsetof(avow_word, marks)},
    Member{"avow_word.form", 20, offsetof(avow_word, form)},
    Member{"avow_voice.struct_size", 0, offsetof(avow_voice, struct_size)},
    Member{"avow_voice.content", 8, offsetof(avow_voice, content)},
    Member{"avow_voice.source", 24, offsetof(avow_voice, source)},
    Member{"avow_voice.cue", 40, offsetof(avow_voice, cue)},
    Member{"avow_voice.kind", 56, offsetof(avow_voice, kind)},
    Member{"avow_voice.name", 72, offsetof(avow_voice, name)},
    Member{"avow_voice.interviewer", 88, offsetof(avow_voice, interviewer)},
    Member{"avow_quantity.struct_size", 0, offsetof(avow_quantity, struct_size)},
    Member{"avow_quantity.span", 8, offsetof(avow_quantity, span)},
    Member{"avow_quantity.number", 24, offsetof(avow_quantity, number)},
    Member{"avow_quantity.value", 40, offsetof(avow_quantity, value)},
    Member{"avow_quantity.upper", 64, offsetof(avow_quantity, upper)},
    Member{"avow_quantity.unit", 88, offsetof(avow_quantity, unit)},
    Member{"avow_quantity.bound", 104, offsetof(avow_quantity, bound)},
    Member{"avow_date_mention.struct_size", 0, offsetof(avow_date_mention, struct_size)},
    Member{"avow_date_mention.span", 8, offsetof(avow_date_mention, span)},
    Member{"avow_date_mention.date", 24, offsetof(avow_date_mention, date)},
    Member{"avow_date_mention.role", 48, offsetof(avow_date_mention, role)},
    Member{"avow_date_mention.relative", 64, offsetof(avow_date_mention, relative)},
    Member{"avow_mention.struct_size", 0, offsetof(avow_mention, struct_size)},
    Member{"avow_mention.span", 8, offsetof(avow_mention, span)},
    Member{"avow_mention.kind", 24, offsetof(avow_mention, kind)},
    Member{"avow_mention.code", 40, offsetof(avow_mention, code)},
    Member{"avow_document.struct_size", 0, offsetof(avow_document, struct_size)},
    Member{"avow_document.id", 8, offsetof(avow_document, id)},
    Member{"avow_document.url", 24, offsetof(avow_document, url)},
    Member{"avow_document.title", 40, offsetof(avow_document, title)},
    Member{"avow_document.publisher", 56, offsetof(avow_document, publisher)},
    Member{"avow_document.author", 72, offsetof(avow_document, author)},
    Member{"avow_document.speaker", 88, offsetof(avow_document, speaker)},
    Member{"avow_document.language", 104, offsetof(avow_document, language)},
    Member{"avow_document.published", 120, offsetof(avow_document, published)},
    Member{"avow_document.text", 144, offsetof(avow_document, text)},
    Member{"avow_document.sentences", 160, offsetof(avow_document, sentences)},
    Member{"avow_document.voices", 184, offsetof(avow_document, voices)},
    Member{"avow_document.quantities", 208, offsetof(avow_document, quantities)},
    Member{"avow_document.dates", 232, offsetof(avow_document, dates)},
    Member{"avow_document.mentions", 256, offsetof(avow_document, mentions)},
    Member{"avow_document.words", 280, offsetof(avow_document, words)},
    Member{"avow_target.struct_size", 0, offsetof(avow_target, struct_size)},
    Member{"avow_target.subject", 8, offsetof(avow_target, subject)},
    Member{"avow_target.indicator", 24, offsetof(avow_target, indicator)},
    Member{"avow_target.relation", 40, offsetof(avow_target, relation)},
    Member{"avow_target.value", 56, offsetof(avow_target, value)},
    Member{"avow_target.upper", 80, offsetof(avow_target, upper)},
    Member{"avow_target.unit", 104, offsetof(avow_target, unit)},
    Member{"avow_target.baseline", 120, offsetof(avow_target, baseline)},
    Member{"avow_target.due", 144, offsetof(avow_target, due)},
    Member{"avow_target.scope", 168, offsetof(avow_target, scope)},
    Member{"avow_target.condition", 184, offsetof(avow_target, condition)},
    Member{"avow_target.hedge", 200, offsetof(avow_target, hedge)},
    Member{"avow_cue.struct_size", 0, offsetof(avow_cue, struct_size)},
    Member{"avow_cue.span", 8, offsetof(avow_cue, span)},
    Member{"avow_cue.label", 24, offsetof(avow_cue, label)},
    Member{"avow_candidate.struct_size", 0, offsetof(avow_candidate, struct_size)},
    Member{"avow_candidate.span", 8, offsetof(avow_candidate, span)},
    Member{"avow_candidate.kind", 24, offsetof(avow_candidate, kind)},
    Member{"avow_candidate.topic", 40, offsetof(avow_candidate, topic)},
    Member{"avow_candidate.strength", 56, offsetof(avow_candidate, strength)},
    Member{"avow_candidate.negated", 72, offsetof(avow_candidate, negated)},
    Member{"avow_candidate.score", 80, offsetof(avow_candidate, score)},
    Member{"avow_candidate.target", 88, offsetof(avow_candidate, target)},
    Member{"avow_candidate.cues", 96, offsetof(avow_candidate, cues)},
    Member{"avow_claim.struct_size", 0, offsetof(avow_claim, struct_size)},
    Member{"avow_claim.claim", 8, offsetof(avow_claim, claim)},
    Member{"avow_claim.reading", 24, offsetof(avow_claim, reading)},
    Member{"avow_claim.quote", 40, offsetof(avow_claim, quote)},
    Member{"avow_claim.speaker", 56, offsetof(avow_claim, speaker)},
    Member{"avow_claim.said", 72, offsetof(avow_claim, said)},
    Member{"avow_claim.kind", 96, offsetof(avow_claim, kind)},
    Member{"avow_claim.strength", 112, offsetof(avow_claim, strength)},
    Member{"avow_claim.negated", 128, offsetof(avow_claim, negated)},
    Member{"avow_claim.target", 136, offsetof(avow_claim, target)},
    Member{"avow_claim.today", 144, offsetof(avow_claim, today)},
    Member{"avow_claim.subject_name", 152, offsetof(avow_claim, subject_name)},
    Member{"avow_observation.struct_size", 0, offsetof(avow_observation, struct_size)},
    Member{"avow_observation.id", 8, offsetof(avow_observation, id)},
    Member{"avow_observation.indicator", 24, offsetof(avow_observation, indicator)},
    Member{"avow_observation.entity", 40, offsetof(avow_observation, entity)},
    Member{"avow_observation.period", 56, offsetof(avow_observation, period)},
    Member{"avow_observation.value", 80, offsetof(avow_observation, value)},
    Member{"avow_observation.unit", 104, offsetof(avow_observation, unit)},
    Member{"avow_observation.status", 120, offsetof(avow_observation, status)},
    Member{"avow_observation.published", 136, offsetof(avow_observation, published)},
    Member{"avow_observation.source", 144, offsetof(avow_observation, source)},
    Member{"avow_member.struct_size", 0, offsetof(avow_member, struct_size)},
    Member{"avow_member.code", 8, offsetof(avow_member, code)},
    Member{"avow_member.name", 24, offsetof(avow_member, name)},
    Member{"avow_member.from", 40, offsetof(avow_member, from)},
    Member{"avow_member.until", 64, offsetof(avow_member, until)},
    Member{"avow_passage.struct_size", 0, offsetof(avow_passage, struct_size)},
    Member{"avow_passage.document", 8, offsetof(avow_passage, document)},
    Member{"avow_passage.span", 24, offsetof(avow_passage, span)},
    Member{"avow_passage.text", 40, offsetof(avow_passage, text)},
    Member{"avow_passage.published", 56, offsetof(avow_passage, published)},
    Member{"avow_query.struct_size", 0, offsetof(avow_query, struct_size)},
    Member{"avow_query.indicator", 8, offsetof(avow_query, indicator)},
    Member{"avow_query.entity", 24, offsetof(avow_query, entity)},
    Member{"avow_query.from", 40, offsetof(avow_query, from)},
    Member{"avow_query.until", 44, offsetof(avow_query, until)},
    Member{"avow_query.words", 48, offsetof(avow_query, words)},
    Member{"avow_query.limit", 64, offsetof(avow_query, limit)},
    Member{"avow_query.published_until", 72, offsetof(avow_query, published_until)},
    Member{"avow_query.has_published_until", 76, offsetof(avow_query, has_published_until)},
    Member{"avow_host.struct_size", 0, offsetof(avow_host, struct_size)},
    Member{"avow_host.context", 8, offsetof(avow_host, context)},
    Member{"avow_host.observations", 16, offsetof(avow_host, observations)},
    Member{"avow_host.members", 24, offsetof(avow_host, members)},
    Member{"avow_host.passages", 32, offsetof(avow_host, passages)},
    Member{"avow_figure.struct_size", 0, offsetof(avow_figure, struct_size)},
    Member{"avow_figure.name", 8, offsetof(avow_figure, name)},
    Member{"avow_figure.value", 24, offsetof(avow_figure, value)},
    Member{"avow_evidence.struct_size", 0, offsetof(avow_evidence, struct_size)},
    Member{"avow_evidence.kind", 8, offsetof(avow_evidence, kind)},
    Member{"avow_evidence.reference", 24, offsetof(avow_evidence, reference)},
    Member{"avow_evidence.note", 40, offsetof(avow_evidence, note)},
    Member{"avow_assessment.struct_size", 0, offsetof(avow_assessment, struct_size)},
    Member{"avow_assessment.verdict", 8, offsetof(avow_assessment, verdict)},
    Member{"avow_assessment.provisional", 24, offsetof(avow_assessment, provisional)},
    Member{"avow_assessment.reason", 32, offsetof(avow_assessment, reason)},
    Member{"avow_assessment.figures", 48, offsetof(avow_assessment, figures)},
    Member{"avow_assessment.evidence", 72, offsetof(avow_assessment, evidence)},
    Member{"avow_sink.struct_size", 0, offsetof(avow_sink, struct_size)},
    Member{"avow_sink.context", 8, offsetof(avow_sink, context)},
    Member{"avow_sink.emit", 16, offsetof(avow_sink, emit)},
    Member{"avow_sink.fail", 24, offsetof(avow_sink, fail)},
    Member{"avow_detector_v1.struct_size", 0, offsetof(avow_detector_v1, struct_size)},
    Member{"avow_detector_v1.detect", 8, offsetof(avow_detector_v1, detect)},
    Member{"avow_checker_v1.struct_size", 0, offsetof(avow_checker_v1, struct_size)},
    Member{"avow_checker_v1.can_judge", 8, offsetof(avow_checker_v1, can_judge)},
    Member{"avow_checker_v1.check", 16, offsetof(avow_checker_v1, check)},
    Member{"avow_create_args.struct_size", 0, offsetof(avow_create_args, struct_size)},
    Member{"avow_create_args.folder", 8, offsetof(avow_create_args, folder)},
    Member{"avow_create_args.configuration", 24, offsetof(avow_create_args, configuration)},
    Member{"avow_create_args.sink", 40, offsetof(avow_create_args, sink)},
    Member{"avow_plugin_v1.magic", 0, offsetof(avow_plugin_v1, magic)},
    Member{"avow_plugin_v1.abi_major", 4, offsetof(avow_plugin_v1, abi_major)},
    Member{"avow_plugin_v1.abi_minor", 8, offsetof(avow_plugin_v1, abi_minor)},
    Member{"avow_plugin_v1.output_revision", 12, offsetof(avow_plugin_v1, output_revision)},
    Member{"avow_plugin_v1.id", 16, offsetof(avow_plugin_v1, id)},
    Member{"avow_plugin_v1.version", 24, offsetof(avow_plugin_v1, version)},
    Member{"avow_plugin_v1.create", 32, offsetof(avow_plugin_v1, create)},
    Member{"avow_plugin_v1.destroy", 40, offsetof(avow_plugin_v1, destroy)},
    Member{"avow_plugin_v1.get_extension", 48, offsetof(avow_plugin_v1, get_extension)},
};

constexpr Size frozen[] = {
    Size{"avow_str", 16, sizeof(avow_str)},       Size{"avow_span", 16, sizeof(avow_span)},
    Size{"avow_number", 24, sizeof(avow_number)}, Size{"avow_date", 24, sizeof(avow_date)},
    Size{"avow_array", 24, sizeof(avow_array)},   Size{"avow_plugin_v1", 56, sizeof(avow_plugin_v1)},
    Size{"avow_word", 24, sizeof(avow_word)},
};

constexpr Size growing[] = {
    Size{"avow_sentence", 32, sizeof(avow_sentence)},
    Size{"avow_voice", 96, sizeof(avow_voice)},
    Size{"avow_quantity", 120, sizeof(avow_quantity)},
    Size{"avow_date_mention", 72, sizeof(avow_date_mention)},
    Size{"avow_mention", 56, sizeof(avow_mention)},
    Size{"avow_document", 280, sizeof(avow_document)},
    Size{"avow_target", 216, sizeof(avow_target)},
    Size{"avow_cue", 40, sizeof(avow_cue)},
    Size{"avow_candidate", 120, sizeof(avow_candidate)},
    Size{"avow_claim", 168, sizeof(avow_claim)},
    Size{"avow_observation", 160, sizeof(avow_observation)},
    Size{"avow_member", 88, sizeof(avow_member)},
    Size{"avow_passage", 80, sizeof(avow_passage)},
    Size{"avow_query", 80, sizeof(avow_query)},
    Size{"avow_host", 40, sizeof(avow_host)},
    Size{"avow_figure", 40, sizeof(avow_figure)},
    Size{"avow_evidence", 56, sizeof(avow_evidence)},
    Size{"avow_assessment", 96, sizeof(avow_assessment)},
    Size{"avow_sink", 32, sizeof(avow_sink)},
    Size{"avow_detector_v1", 16, sizeof(avow_detector_v1)},
    Size{"avow_checker_v1", 24, sizeof(avow_checker_v1)},
    Size{"avow_create_args", 48, sizeof(avow_create_args)},
};

TEST(AbiLayout, NoMemberMoves) {
  for (const Member& member : members) EXPECT_EQ(member.offset, member.published) << member.name;
}

TEST(AbiLayout, FrozenStructsKeepTheirSize) {
  for (const Size& one : frozen) EXPECT_EQ(one.size, one.published) << one.name;
}

TEST(AbiLayout, GrowingStructsNeverShrink) {
  for (const Size& one : growing) EXPECT_GE(one.size, one.published) << one.name;
}

TEST(AbiLayout, NumbersAreThoseOfMajorOne) {
  EXPECT_EQ(AVOW_ABI_MAGIC, 0x574f5641u);
  EXPECT_EQ(AVOW_ABI_MAJOR, 1u);
  EXPECT_STREQ(AVOW_EXTENSION_DETECTOR, "avow.detector/1");
  EXPECT_STREQ(AVOW_EXTENSION_CHECKER, "avow.checker/1");
}

}  // namespace
