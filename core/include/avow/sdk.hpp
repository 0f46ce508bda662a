#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "avow/plugin_abi.h"

/// Plugins for Avow in C++20. Header only, nothing needed but the standard library; docs/plugins.md is the book to it.
///
///   #include <avow/sdk.hpp>
///   using namespace avow::sdk;
///
///   class Promises : public Detector {
///    public:
///     void detect(const Document& document, CandidateSink& sink) override {
///       for (const Sentence sentence : document.sentences()) {
///         if (!document.words(sentence.span).starts_with("I promise")) continue;
///         sink.emit({.span = sentence.span, .kind = kind::pledge, .strength = strength::commit, .score = 0.9});
///       }
///     }
///   };
///   AVOW_PLUGIN(Promises, .id = "promises", .version = "1.0.0", .output_revision = 1)
///
/// What the host hands in are views: they own nothing, are cheap to copy, and are gone when the call returns. What a
/// plugin hands out owns its strings and is copied by the host at once. Exceptions may be thrown anywhere: each entry
/// catches them and reports `what()` as the reason of the failure. An instance is used by one thread at a time, but
/// several instances run at once: keep what is mutable in members, never in globals. Answer the same to the same
/// input; when the answer changes, raise output_revision.
namespace avow::sdk {

// ---- words ----------------------------------------------------------------------------------------------------------
// The host refuses a word that is not in these lists; "" means "not said" where it is allowed.

namespace kind {
inline constexpr const char* pledge = "pledge";        ///< the speaker's side will do it or bring it about
inline constexpr const char* forecast = "forecast";    ///< it will happen
inline constexpr const char* statistic = "statistic";  ///< a quantity is or was so
inline constexpr const char* fact = "fact";            ///< another checkable statement about what is or was
inline constexpr const char* stance = "stance";        ///< a position; kept, never checked
}  // namespace kind

namespace strength {
inline constexpr const char* none = "";
inline constexpr const char* hope = "hope";
inline constexpr const char* aim = "aim";
inline constexpr const char* commit = "commit";
}  // namespace strength

namespace relation {
inline constexpr const char* none = "";
inline constexpr const char* at_least = "at_least";
inline constexpr const char* at_most = "at_most";
inline constexpr const char* equal = "equal";      ///< to the precision said
inline constexpr const char* between = "between";  ///< value to upper, both inclusive
inline constexpr const char* rise = "rise";        ///< from the baseline; by how much was not said
inline constexpr const char* fall = "fall";
inline constexpr const char* rise_by = "rise_by";  ///< by value; of the baseline when the unit is "percent"
inline constexpr const char* fall_by = "fall_by";
inline constexpr const char* rise_to = "rise_to";
inline constexpr const char* fall_to = "fall_to";
inline constexpr const char* record_high = "record_high";
inline constexpr const char* record_low = "record_low";
}  // namespace relation

namespace scope {
inline constexpr const char* none = "";
inline constexpr const char* each = "each";    ///< every member of the group for itself
inline constexpr const char* total = "total";  ///< the group as a whole
}  // namespace scope

namespace verdict {
inline constexpr const char* not_due = "not_due";
inline constexpr const char* on_track = "on_track";
inline constexpr const char* off_track = "off_track";
inline constexpr const char* stalled = "stalled";
inline constexpr const char* kept_so_far = "kept_so_far";
inline constexpr const char* kept = "kept";
inline constexpr const char* partly_kept = "partly_kept";
inline constexpr const char* broken = "broken";
inline constexpr const char* thwarted = "thwarted";
inline constexpr const char* withdrawn = "withdrawn";
inline constexpr const char* supported = "supported";
inline constexpr const char* refuted = "refuted";
inline constexpr const char* mixed = "mixed";
inline constexpr const char* undecidable = "undecidable";  ///< say in the reason what is missing
}  // namespace verdict

namespace evidence_kind {
inline constexpr const char* observation = "observation";  ///< the reference is an observation's id
inline constexpr const char* document = "document";        ///< a document's id
inline constexpr const char* address = "address";          ///< a URL
}  // namespace evidence_kind

// ---- small values ---------------------------------------------------------------------------------------------------

/// A half-open byte range [begin, end) of the document's text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  auto operator<=>(const Span&) const = default;
  constexpr std::size_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  constexpr bool contains(std::size_t offset) const noexcept { return begin <= offset && offset < end; }
  constexpr bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
};

/// A number as said: `step` is the smallest step that the wording distinguishes ("2.0": 0.1; "1.5 billion": 1e8), 0
/// when not known.
struct Number {
  double value = 0;
  double step = 0;
  bool operator==(const Number&) const = default;
};

/// Days since 1970-01-01; the open ends of time are below and above every other day.
using DayNumber = std::int32_t;
inline constexpr DayNumber open_start = INT32_MIN;
inline constexpr DayNumber open_end = INT32_MAX;

/// A date with precision. Empty `edtf`: unknown, and the days mean nothing then.
struct Date {
  std::string_view edtf;
  DayNumber earliest = 0;
  DayNumber latest = 0;
  constexpr bool known() const noexcept { return !edtf.empty(); }
};

// ---- from the ABI's structs to these views --------------------------------------------------------------------------

namespace detail {

constexpr std::string_view view(avow_str text) noexcept {
  return text.size == 0 ? std::string_view{} : std::string_view{text.data, static_cast<std::size_t>(text.size)};
}
constexpr avow_str raw(std::string_view text) noexcept {
  return {text.data(), text.size()};
}
constexpr Span view(avow_span span) noexcept {
  return {static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end)};
}
constexpr avow_span raw(Span span) noexcept {
  return {span.begin, span.end};
}
constexpr std::optional<Number> view(avow_number number) noexcept {
  if (number.present == 0) return std::nullopt;
  return Number{number.value, number.step};
}
constexpr avow_number raw(const std::optional<Number>& number) noexcept {
  return number ? avow_number{number->value, number->step, 1} : avow_number{};
}
constexpr Date view(const avow_date& date) noexcept {
  return {view(date.edtf), date.earliest, date.latest};
}
constexpr avow_date raw_date(std::string_view edtf) noexcept {
  return {raw(edtf), 0, 0};
}

}  // namespace detail

/// An array of the host's, read in place: each item is made a small value when looked at. Random access.
template <typename Item>
class View {
 public:
  using Raw = typename Item::Raw;

  class Iterator {
   public:
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using reference = Item;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::random_access_iterator_tag;

    Iterator() = default;
    Iterator(const View& view, difference_type at) : base_(view.base_), stride_(view.stride_), at_(at) {}
    Item operator*() const { return View::item(base_, stride_, static_cast<std::size_t>(at_)); }
    Item operator[](difference_type by) const { return *(*this + by); }
    Iterator& operator+=(difference_type by) { return at_ += by, *this; }
    Iterator& operator-=(difference_type by) { return at_ -= by, *this; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this -= 1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator it, difference_type by) { return it += by; }
    friend Iterator operator+(difference_type by, Iterator it) { return it += by; }
    friend Iterator operator-(Iterator it, difference_type by) { return it -= by; }
    friend difference_type operator-(const Iterator& a, const Iterator& b) { return a.at_ - b.at_; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.at_ <=> b.at_; }

   private:
    const std::byte* base_ = nullptr;
    std::size_t stride_ = 0;
    difference_type at_ = 0;
  };

  View() = default;
  explicit View(const avow_array& array)
      : base_(static_cast<const std::byte*>(array.items)),
        size_(static_cast<std::size_t>(array.count)),
        stride_(static_cast<std::size_t>(array.stride)) {}

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, static_cast<std::ptrdiff_t>(size_)}; }
  /// `index` must be less than size().
  Item operator[](std::size_t index) const { return item(base_, stride_, index); }
  Item front() const { return (*this)[0]; }
  Item back() const { return (*this)[size_ - 1]; }

  View sub(std::size_t first, std::size_t count) const {
    View part = *this;
    if (base_ != nullptr) part.base_ = base_ + first * stride_;
    part.size_ = count;
    return part;
  }

  /// Those of a document's annotations that begin within `span`; found by bisection, as they are ordered.
  View within(Span span) const {
    const std::size_t first = first_from(span.begin);
    return sub(first, first_from(span.end) - first);
  }

 private:
  static Item item(const std::byte* base, std::size_t stride, std::size_t index) {
    return Item::read(*reinterpret_cast<const Raw*>(base + index * stride));
  }
  std::size_t first_from(std::size_t offset) const {
    std::size_t low = 0;
    std::size_t high = size_;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if ((*this)[middle].span.begin < offset)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  const std::byte* base_ = nullptr;
  std::size_t size_ = 0;
  std::size_t stride_ = 0;
};

// ---- the annotated document -----------------------------------------------------------------------------------------

/// Headings, list items and captions are sentences of their own; none crosses a paragraph or a speech turn.
struct Sentence {
  using Raw = avow_sentence;
  Span span;
  std::optional<std::size_t> voice;  ///< index into Document::voices(); nullopt: the document's own voice
  static Sentence read(const Raw& raw) {
    const bool own = raw.voice < 0;
    return {detail::view(raw.span), own ? std::nullopt : std::optional(static_cast<std::size_t>(raw.voice))};
  }
};

/// A stretch in one voice; voices nest, the innermost counts.
struct Voice {
  using Raw = avow_voice;
  Span span;              ///< the words that are the speaker's
  Span source;            ///< where the speaker is named; empty when nowhere near
  Span cue;               ///< "said"; empty for turns
  std::string_view kind;  ///< "turn", "quotation", "reported"
  std::string_view name;
  bool interviewer = false;  ///< asks rather than answers: the host drops claims in such a voice
  static Voice read(const Raw& raw) {
    return {detail::view(raw.content), detail::view(raw.source), detail::view(raw.cue),
            detail::view(raw.kind),    detail::view(raw.name),   raw.interviewer != 0};
  }
};

/// A number with what it counts.
struct Quantity {
  using Raw = avow_quantity;
  Span span;    ///< number and unit with the words that bend it: "at least 2 percent of GDP"
  Span number;  ///< "2"
  Number value;
  std::optional<Number> upper;  ///< of a range
  std::string_view unit;        ///< canonical: "percent", "percent of GDP", "USD", ...; may be empty
  std::string_view bound;       ///< "exact", "about", "at_least", "at_most", "more_than", "less_than"
  static Quantity read(const Raw& raw) {
    return {detail::view(raw.span),  detail::view(raw.number), {raw.value.value, raw.value.step},
            detail::view(raw.upper), detail::view(raw.unit),   detail::view(raw.bound)};
  }
};

/// A date that the text names; relative ones are worked out from the day the document was published.
struct DateMention {
  using Raw = avow_date_mention;
  Span span;              ///< with the preposition: "by 2035", "within a decade"
  Date date;              ///< unknown when relative and the document has no date
  std::string_view role;  ///< "at", "by", "since", "from", "until", "within"
  bool relative = false;
  static DateMention read(const Raw& raw) {
    return {detail::view(raw.span), detail::view(raw.date), detail::view(raw.role), raw.relative != 0};
  }
};

/// A name from the vocabulary where it occurs in the text.
struct Mention {
  using Raw = avow_mention;
  Span span;
  std::string_view kind;  ///< "entity", "measure"
  std::string_view code;  ///< code of the entity, or the name of the measure
  static Mention read(const Raw& raw) {
    return {detail::view(raw.span), detail::view(raw.kind), detail::view(raw.code)};
  }
};

/// What a detector is given. All spans count bytes of text(); every array is ordered by span (begin, then longer
/// first).
class Document {
 public:
  explicit Document(const avow_document& raw) : raw_(&raw) {}

  std::string_view id() const { return detail::view(raw_->id); }
  std::string_view url() const { return detail::view(raw_->url); }
  std::string_view title() const { return detail::view(raw_->title); }
  std::string_view publisher() const { return detail::view(raw_->publisher); }
  std::string_view author() const { return detail::view(raw_->author); }
  /// Whose words the text is as a whole; often empty.
  std::string_view speaker() const { return detail::view(raw_->speaker); }
  /// BCP 47, e.g. "en"; empty when not known.
  std::string_view language() const { return detail::view(raw_->language); }
  /// May be unknown.
  Date published() const { return detail::view(raw_->published); }
  /// Valid UTF-8.
  std::string_view text() const { return detail::view(raw_->text); }
  /// The words that a span covers; the span must lie within the text.
  std::string_view words(Span span) const { return text().substr(span.begin, span.size()); }

  View<Sentence> sentences() const { return View<Sentence>(raw_->sentences); }
  View<Voice> voices() const { return View<Voice>(raw_->voices); }
  View<Quantity> quantities() const { return View<Quantity>(raw_->quantities); }
  View<DateMention> dates() const { return View<DateMention>(raw_->dates); }
  View<Mention> mentions() const { return View<Mention>(raw_->mentions); }

  const avow_document& raw() const { return *raw_; }

 private:
  const avow_document* raw_;
};

// ---- what a detector answers ----------------------------------------------------------------------------------------

/// What would make a claim true. Leave empty what was not said; dates are EDTF ("2035", "2025-06", "2025-06-24").
struct Target {
  std::string subject{};    ///< as said ("Allies", "we") or the code of an entity; the host resolves it
  std::string indicator{};  ///< a measure ("defence expenditure") or the code of an indicator; the host resolves it
  std::string relation{};   ///< one of namespace relation
  std::optional<Number> value{};
  std::optional<Number> upper{};  ///< of "between"
  std::string unit{};
  std::string baseline{};
  std::string due{};
  std::string scope{};  ///< one of namespace scope
  std::string condition{};
};

/// A stretch of the document that led to the answer, and what it showed: "modal will", "negation".
struct Cue {
  Span span{};
  std::string label{};
};

struct Candidate {
  Span span{};         ///< within the text, on character boundaries, not empty
  std::string kind{};  ///< one of namespace kind
  std::string topic{};
  std::string strength{};  ///< one of namespace strength
  bool negated = false;    ///< "never promised", "will not"
  double score = 0;        ///< 0 to 1
  Target target{};
  std::vector<Cue> cues{};
};

// ---- what a checker is asked ----------------------------------------------------------------------------------------

/// A claim's target as the checker sees it: subject and indicator are codes, or empty when they could not be resolved.
struct ClaimTarget {
  std::string_view subject;
  std::string_view indicator;
  std::string_view relation;
  std::optional<Number> value;
  std::optional<Number> upper;
  std::string_view unit;
  Date baseline;
  Date due;
  std::string_view scope;
  std::string_view condition;
};

struct Claim {
  std::string_view claim;    ///< hex id
  std::string_view reading;  ///< hex id
  std::string_view quote;
  std::string_view speaker;  ///< code of the entity, or the name as said
  Date said;
  std::string_view kind;
  std::string_view strength;
  bool negated = false;
  ClaimTarget target;
  DayNumber today = 0;  ///< judge as if it were this day

  static Claim read(const avow_claim& raw) {
    const avow_target& t = *raw.target;
    return {detail::view(raw.claim),
            detail::view(raw.reading),
            detail::view(raw.quote),
            detail::view(raw.speaker),
            detail::view(raw.said),
            detail::view(raw.kind),
            detail::view(raw.strength),
            raw.negated != 0,
            {detail::view(t.subject), detail::view(t.indicator), detail::view(t.relation), detail::view(t.value),
             detail::view(t.upper), detail::view(t.unit), detail::view(t.baseline), detail::view(t.due),
             detail::view(t.scope), detail::view(t.condition)},
            raw.today};
  }
};

/// An indicator's value for an entity and a period, from the newest vintage there was by `today`.
struct Observation {
  using Raw = avow_observation;
  std::string_view id;  ///< hex; name it as evidence
  std::string_view indicator;
  std::string_view entity;
  Date period;
  Number value;
  std::string_view unit;
  std::string_view status;  ///< "actual", "estimate", "forecast"
  DayNumber published = 0;  ///< the vintage
  std::string_view source;
  static Observation read(const Raw& raw) {
    return {detail::view(raw.id),
            detail::view(raw.indicator),
            detail::view(raw.entity),
            detail::view(raw.period),
            {raw.value.value, raw.value.step},
            detail::view(raw.unit),
            detail::view(raw.status),
            raw.published,
            detail::view(raw.source)};
  }
};

struct Member {
  using Raw = avow_member;
  std::string_view code;
  std::string_view name;
  Date from;   ///< unknown: open
  Date until;  ///< unknown: open
  static Member read(const Raw& raw) {
    return {detail::view(raw.code), detail::view(raw.name), detail::view(raw.from), detail::view(raw.until)};
  }
};

struct Passage {
  using Raw = avow_passage;
  std::string_view document;  ///< hex id; name it as evidence
  Span span;
  std::string_view text;
  Date published;
  static Passage read(const Raw& raw) {
    return {detail::view(raw.document), detail::view(raw.span), detail::view(raw.text), detail::view(raw.published)};
  }
};

/// What to ask the host for. Empty and open fields do not narrow.
struct Query {
  std::string_view indicator{};  ///< for observations
  std::string_view entity{};     ///< for observations; empty: every entity
  DayNumber from = open_start;   ///< periods (passages: publication) that begin on or after
  DayNumber until = open_end;    ///< and end on or before
  std::string_view words{};      ///< for passages
  std::uint64_t limit = 0;       ///< 0: the host's own
};

/// A service of the host failed. The host knows why: let it pass through.
struct HostFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The host's services to a checker: only what was published by Claim::today is given. A view is valid until the next
/// call of the same service, or until check() returns. Throws HostFailed.
class Host {
 public:
  explicit Host(const avow_host& raw) : raw_(&raw) {}

  /// Ordered by entity, then period.
  View<Observation> observations(const Query& query) {
    return ask<Observation>("observations", [&](avow_array* out) {
      const avow_query asked = raw(query);
      return raw_->observations(raw_->context, &asked, out);
    });
  }
  /// Who belonged to the group on that day, ordered by code.
  View<Member> members(std::string_view group, DayNumber day) {
    return ask<Member>("members",
                       [&](avow_array* out) { return raw_->members(raw_->context, detail::raw(group), day, out); });
  }
  /// Ordered by publication, document, begin.
  View<Passage> passages(const Query& query) {
    return ask<Passage>("passages", [&](avow_array* out) {
      const avow_query asked = raw(query);
      return raw_->passages(raw_->context, &asked, out);
    });
  }

 private:
  static avow_query raw(const Query& query) {
    return {sizeof(avow_query),
            detail::raw(query.indicator),
            detail::raw(query.entity),
            query.from,
            query.until,
            detail::raw(query.words),
            query.limit};
  }
  template <typename Item, typename Call>
  View<Item> ask(const char* service, Call call) {
    avow_array out{};
    if (call(&out) != 0) throw HostFailed(std::string("the host's service failed: ") + service);
    return View<Item>(out);
  }

  const avow_host* raw_;
};

// ---- what a checker answers -----------------------------------------------------------------------------------------

/// A number behind the verdict, in the order to show them: {"members at or above", "23 of 31"}.
struct Figure {
  std::string name{};
  std::string value{};
};

struct Evidence {
  std::string kind{};       ///< one of namespace evidence_kind
  std::string reference{};  ///< hex id, or an address
  std::string note{};
};

struct Assessment {
  std::string verdict{};     ///< one of namespace verdict
  bool provisional = false;  ///< rests on estimates or forecasts
  std::string reason{};      ///< one or two sentences that a reader can follow; never empty
  std::vector<Figure> figures{};
  std::vector<Evidence> evidence{};
};

// ---- what a plugin is -----------------------------------------------------------------------------------------------

/// Takes a detector's answers.
class CandidateSink {
 public:
  virtual ~CandidateSink() = default;
  /// The candidate is copied before this returns. Throws to end detect() when the host wants no more: let it pass.
  virtual void emit(const Candidate& candidate) = 0;
};

/// Finds claims in documents.
class Detector {
 public:
  virtual ~Detector() = default;
  virtual void detect(const Document& document, CandidateSink& sink) = 0;
};

/// Holds claims against what really happened.
class Checker {
 public:
  virtual ~Checker() = default;
  /// Whether this checker can judge such a claim. Looks at the claim alone; cheap.
  virtual bool can_judge(const Claim& claim) = 0;
  virtual Assessment check(const Claim& claim, Host& host) = 0;
};

/// What an instance is created with. Valid only while the constructor runs: keep copies.
struct Setup {
  std::string_view folder;         ///< the folder that the plugin lies in
  std::string_view configuration;  ///< a JSON object; "{}" when none was given

  /// The bytes of a data file beside the plugin. Throws std::runtime_error naming the file.
  std::string read_file(std::string_view name) const {
    const std::string path = std::string(folder) + "/" + std::string(name);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw std::runtime_error("cannot read " + path);
    return bytes;
  }
};

/// What AVOW_PLUGIN is told about a plugin; manifest.json must say the same.
struct Info {
  const char* id = "";                ///< lower-case letters, digits and '-'
  const char* version = "";           ///< "1.4.0"
  std::uint32_t output_revision = 1;  ///< raise it when the same input gives another answer
};

// ---- the ABI over it: nothing below is for plugin authors to call
// ----------------------------------------------------

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
          raw_date(target.due), raw(target.scope),   raw(target.condition)};
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

/// Defines the one symbol that a plugin exports, for the class that is the plugin; once, at namespace scope:
///   AVOW_PLUGIN(Promises, .id = "promises", .version = "1.0.0", .output_revision = 1)
/// The class is constructed from a const Setup& when it can be, else from nothing.
#define AVOW_PLUGIN(Type, ...)                             \
  extern "C" AVOW_EXPORT const avow_plugin_v1 avow_plugin; \
  constinit const avow_plugin_v1 avow_plugin = ::avow::sdk::detail::entry<Type>({__VA_ARGS__});
