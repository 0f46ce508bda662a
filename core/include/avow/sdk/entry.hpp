#pragma once

#include <exception>
#include <string_view>
#include <type_traits>
#include <vector>

#include "avow/sdk/plugin.hpp"

/// The ABI over the classes of plugins: nothing in here is for their authors to call.
namespace avow::sdk {

namespace detail {

/// The host said stop: it knows why, so nothing is reported.
struct Stopped {};

/// Runs the work of one entry point; nothing thrown leaves it.
template <typename Work>
int guarded(const avow_sink* sink, Work&& work) noexcept {
  const auto fail = [sink](std::string_view reason) { sink->fail(sink->context, raw(reason)); };
  try {
    work();
    return 0;
  } catch (const Stopped&) {
  } catch (const std::exception& error) {
    fail(error.what());
  } catch (...) {
    fail("something was thrown that is no std::exception");
  }
  return 1;
}

inline void send(const avow_sink* sink, const void* item) {
  if (sink->emit(sink->context, item) != 0) throw Stopped{};
}

inline avow_target raw(const Target& target) {
  return {sizeof(avow_target),  raw(target.subject), raw(target.indicator), raw(target.relation),
          raw(target.value),    raw(target.upper),   raw(target.unit),      raw_date(target.baseline),
          raw_date(target.due), raw(target.scope),   raw(target.condition), raw(target.hedge)};
}

template <typename Raw>
avow_array raw_array(const std::vector<Raw>& items) {
  return {items.data(), items.size(), sizeof(Raw)};
}

class RawCandidateSink final : public CandidateSink {
 public:
  explicit RawCandidateSink(const avow_sink* sink) : sink_(sink) {}
  void emit(const Candidate& found) override {
    cues_.clear();
    for (const Cue& cue : found.cues) cues_.push_back({sizeof(avow_cue), raw(cue.span), raw(cue.label)});
    const avow_target target = raw(found.target);
    const avow_candidate item{sizeof(avow_candidate), raw(found.span),         raw(found.kind), raw(found.topic),
                              raw(found.strength),    found.negated ? 1u : 0u, found.score,     &target,
                              raw_array(cues_)};
    send(sink_, &item);
  }

 private:
  const avow_sink* sink_;
  std::vector<avow_cue> cues_;
};

inline void send(const avow_sink* sink, const Assessment& answer) {
  std::vector<avow_figure> figures;
  std::vector<avow_evidence> evidence;
  for (const Figure& f : answer.figures) figures.push_back({sizeof(avow_figure), raw(f.name), raw(f.value)});
  for (const Evidence& e : answer.evidence)
    evidence.push_back({sizeof(avow_evidence), raw(e.kind), raw(e.reference), raw(e.note)});
  const avow_assessment item{sizeof(avow_assessment), raw(answer.verdict), answer.provisional ? 1u : 0u,
                             raw(answer.reason),      raw_array(figures),  raw_array(evidence)};
  send(sink, static_cast<const void*>(&item));
}

/// The C functions of one plugin class.
template <typename Type>
struct Entry {
  static Type& self(void* instance) { return *static_cast<Type*>(instance); }

  static int create(const avow_create_args* args, void** instance) {
    return guarded(args->sink, [&] {
      const Setup setup{view(args->folder), view(args->configuration)};
      if constexpr (std::is_constructible_v<Type, const Setup&>)
        *instance = new Type(setup);
      else
        *instance = new Type();
    });
  }
  static void destroy(void* instance) { delete static_cast<Type*>(instance); }

  static int detect(void* instance, const avow_document* document, const avow_sink* sink) {
    return guarded(sink, [&] {
      RawCandidateSink answers(sink);
      self(instance).detect(Document(*document), answers);
    });
  }
  /// -1, which the host reports as a failure, when the question itself throws.
  static int can_judge(void* instance, const avow_claim* claim) {
    try {
      return self(instance).can_judge(Claim::read(*claim)) ? 1 : 0;
    } catch (...) {
      return -1;
    }
  }
  static int check(void* instance, const avow_claim* claim, const avow_host* host, const avow_sink* sink) {
    return guarded(sink, [&] {
      Host services(*host);
      const Assessment answer = self(instance).check(Claim::read(*claim), services);
      send(sink, answer);
    });
  }

  static const void* get_extension(const char* id) {
    if constexpr (std::is_base_of_v<Detector, Type>) {
      static constexpr avow_detector_v1 detector{sizeof(avow_detector_v1), &detect};
      if (std::string_view(id) == AVOW_EXTENSION_DETECTOR) return &detector;
    }
    if constexpr (std::is_base_of_v<Checker, Type>) {
      static constexpr avow_checker_v1 checker{sizeof(avow_checker_v1), &can_judge, &check};
      if (std::string_view(id) == AVOW_EXTENSION_CHECKER) return &checker;
    }
    return nullptr;
  }
};

template <typename Type>
consteval avow_plugin_v1 entry(Info info) {
  static_assert(std::is_base_of_v<Detector, Type> || std::is_base_of_v<Checker, Type>,
                "a plugin derives from avow::sdk::Detector, avow::sdk::Checker or both");
  if (info.output_revision == 0) throw "output_revision counts from 1";
  return {AVOW_ABI_MAGIC, AVOW_ABI_MAJOR,       AVOW_ABI_MINOR,        info.output_revision,       info.id,
          info.version,   &Entry<Type>::create, &Entry<Type>::destroy, &Entry<Type>::get_extension};
}

}  // namespace detail

}  // namespace avow::sdk
