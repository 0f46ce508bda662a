#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/json.hpp"

namespace avow {

/// Takes the fields of one row, one after another in their order, each name once: so that what a row holds is said
/// once, whether it becomes a value to work with (JsonFields) or is only to be written (TextFields). Names are plain
/// words that need no escaping.
class Fields {
 public:
  Fields() = default;
  virtual ~Fields() = default;
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;

  virtual void null(std::string_view name) = 0;
  virtual void text(std::string_view name, std::string_view text) = 0;
  virtual void texts(std::string_view name, const std::vector<std::string>& texts) = 0;
  virtual void number(std::string_view name, double number) = 0;
  virtual void flag(std::string_view name, bool flag) = 0;
  /// As [begin, end].
  virtual void span(std::string_view name, Span span) = 0;
  /// Null for an empty text.
  void text_or_null(std::string_view name, std::string_view text) {
    text.empty() ? null(name) : this->text(name, text);
  }
};

/// Into an object of JSON, behind the fields that it has.
class JsonFields final : public Fields {
 public:
  /// The object must outlive it.
  explicit JsonFields(Json& object) : object_(object) {}
  void null(std::string_view name) override;
  void text(std::string_view name, std::string_view text) override;
  void texts(std::string_view name, const std::vector<std::string>& texts) override;
  void number(std::string_view name, double number) override;
  void flag(std::string_view name, bool flag) override;
  void span(std::string_view name, Span span) override;

 private:
  void put(std::string_view name, Json value);
  Json& object_;
};

/// At once into the text of an object, byte for byte what json_text() makes of the object that JsonFields fills.
class TextFields final : public Fields {
 public:
  /// Appends to `out`, which must outlive it.
  explicit TextFields(std::string& out) : out_(out) { out_ += '{'; }
  void null(std::string_view name) override;
  void text(std::string_view name, std::string_view text) override;
  void texts(std::string_view name, const std::vector<std::string>& texts) override;
  void number(std::string_view name, double number) override;
  void flag(std::string_view name, bool flag) override;
  void span(std::string_view name, Span span) override;
  /// To be called once, after the last field.
  void end() { out_ += '}'; }

 private:
  void begin(std::string_view name);
  std::string& out_;
  bool empty_ = true;
};

/// JSON on one line. Invalid UTF-8 becomes U+FFFD: a listing must not end at one damaged row.
std::string json_text(const Json& value);

}  // namespace avow
