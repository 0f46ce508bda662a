#pragma once

#include <string_view>
#include <vector>

#include "avow/plugin_abi.h"
#include "plugin/values.hpp"

/// From the core's values to the ABI's views. Texts are pointed to, never copied.
namespace avow::abi {

inline avow_str view(std::string_view text) noexcept {
  return {text.data(), text.size()};
}
inline avow_span view(Span span) noexcept {
  return {span.begin, span.end};
}
inline avow_number view(const Decimal& number) noexcept {
  return {number.value, number.step, 1};
}
inline avow_number view(const std::optional<Decimal>& number) noexcept {
  return number ? view(*number) : avow_number{};
}
avow_date view(const Date& date) noexcept;

template <typename Item>
avow_array view(const std::vector<Item>& items) noexcept {
  return {items.data(), items.size(), sizeof(Item)};
}

/// One document with its annotations as plugins see it: an array of structs per sort of annotation, filled once. Views
/// into the document and annotations given, which must outlive it and stay as they are. Immutable; shared by threads.
class DocumentView {
 public:
  explicit DocumentView(const AnnotatedDocument& document);
  DocumentView(const DocumentView&) = delete;
  DocumentView& operator=(const DocumentView&) = delete;
  const avow_document& raw() const noexcept { return raw_; }

 private:
  void add_sentences(std::string_view text, const Annotations& annotations);
  void add_voices(const Annotations& annotations);
  void add_quantities(const Annotations& annotations);
  void add_dates(const Annotations& annotations);
  void add_mentions(const Annotations& annotations);

  std::string id_;
  std::vector<avow_sentence> sentences_;
  std::vector<avow_voice> voices_;
  std::vector<avow_quantity> quantities_;
  std::vector<avow_date_mention> dates_;
  std::vector<avow_mention> mentions_;
  std::vector<avow_word> words_;
  avow_document raw_{};
};

/// A claim as checkers see it; views into the request, which must outlive it.
class ClaimView {
 public:
  explicit ClaimView(const CheckRequest& request);
  ClaimView(const ClaimView&) = delete;
  ClaimView& operator=(const ClaimView&) = delete;
  const avow_claim& raw() const noexcept { return raw_; }

 private:
  std::string claim_;
  std::string reading_;
  avow_target target_{};
  avow_claim raw_{};
};

}  // namespace avow::abi
