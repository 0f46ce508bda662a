#include "server/http_message.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace avow::server {
namespace {

constexpr std::size_t most_parameters = 100;
constexpr std::string_view hex_digits = "0123456789ABCDEF";

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string form_decoded(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return percent_decoded(spaced);
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', hex_digits[byte >> 4], hex_digits[byte & 15]};
  }
  return encoded;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    const int high = at + 2 < text.size() ? hex_value(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
    if (high < 0 || low < 0) throw Error(ErrorCode::usage, "the address has a % without two hex digits behind it");
    decoded += static_cast<char>(high * 16 + low);
    at += 2;
  }
  if (utf8::first_invalid(decoded) || decoded.find('\0') != std::string::npos)
    throw Error(ErrorCode::usage, "the address holds what is no text", "write it in UTF-8, percent-encoded");
  return decoded;
}

Parameters Parameters::parse(std::string_view encoded) {
  Parameters parameters;
  while (!encoded.empty()) {
    const std::string_view pair = encoded.substr(0, encoded.find('&'));
    encoded.remove_prefix(std::min(encoded.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view value = equals < pair.size() ? pair.substr(equals + 1) : std::string_view();
    parameters.pairs_.emplace_back(form_decoded(pair.substr(0, equals)), form_decoded(value));
    if (parameters.pairs_.size() > most_parameters)
      throw Error(ErrorCode::usage, "there are more than 100 parameters", "ask for less at a time");
  }
  return parameters;
}

std::string Parameters::value(std::string_view name) const {
  const auto found = std::find_if(pairs_.begin(), pairs_.end(), [&](const auto& pair) { return pair.first == name; });
  return found == pairs_.end() ? std::string() : found->second;
}

std::vector<std::string> Parameters::values(std::string_view name) const {
  std::vector<std::string> found;
  for (const auto& [known, value] : pairs_)
    if (known == name) found.push_back(value);
  return found;
}

void Parameters::remove(std::string_view name) {
  std::erase_if(pairs_, [&](const auto& pair) { return pair.first == name; });
}

void Parameters::set(const std::string& name, const std::string& value) {
  remove(name);
  pairs_.emplace_back(name, value);
}

std::string Parameters::encoded() const {
  std::string all;
  for (const auto& [name, value] : pairs_)
    all += (all.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return all;
}

std::string_view Request::header(std::string_view lower_case_name) const {
  const auto found = headers.find(std::string(lower_case_name));
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

void set_target(Request& request, std::string_view target) {
  if (target.empty() || target.front() != '/')
    throw Error(ErrorCode::usage, "the address does not begin with /", "ask for a path of this server");
  const std::size_t question = std::min(target.find('?'), target.size());
  request.path = percent_decoded(target.substr(0, question));
  for (const std::string_view step : {"/../", "/./"})
    if ((request.path + "/").find(step) != std::string::npos)
      throw Error(ErrorCode::usage, "the address has a step . or ..", "write the path as it is");
  if (question < target.size()) request.query = Parameters::parse(target.substr(question + 1));
}

}  // namespace avow::server
