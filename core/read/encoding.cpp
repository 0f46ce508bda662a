#include "read/encoding.hpp"

#include <fmt/format.h>
#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "read/ascii.hpp"

namespace avow {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view what;
};

constexpr Magic magics[] = {{"%PDF-"sv, "a PDF"},
                            {"PK\x03\x04"sv, "a ZIP archive (as .xlsx and .pptx files are)"},
                            {"\x89PNG"sv, "a PNG image"},
                            {"\xFF\xD8\xFF"sv, "a JPEG image"},
                            {"GIF8"sv, "a GIF image"},
                            {"\x7F"
                             "ELF"sv,
                             "a program (ELF)"},
                            {"\x1F\x8B"sv, "a gzip archive"},
                            {"\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
                            {"BZh"sv, "a bzip2 archive"},
                            {"\xFD"
                             "7zXZ"sv,
                             "an xz archive"},
                            {"SQLite format 3\0"sv, "an SQLite database"},
                            {"\xD0\xCF\x11\xE0"sv, "an old Microsoft Office file"},
                            {"{\\rtf"sv, "an RTF file"}};

constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";
/// Bytes from the start in which a declaration of the encoding or the NUL pattern of UTF-16 is looked for.
constexpr std::size_t head_size = 4096;
/// Bytes above 127 that uchardet must have seen before its word is taken.
constexpr std::size_t enough_for_uchardet = 24;

Error cannot_read(std::string_view name, std::string_view what, std::string advice) {
  return {ErrorCode::bad_input, fmt::format("{}: {}", name, what), std::move(advice)};
}

[[noreturn]] void refuse_binary(std::string_view name, std::string_view what) {
  throw cannot_read(name, fmt::format("is {}, not text", what), "give one of the formats of docs/formats.md (for figures: CSV)");
}

/// UTF-16 without a byte order mark shows in European text by a NUL in nearly every other byte.
std::string_view utf16_by_nuls(std::string_view bytes) noexcept {
  const std::size_t size = std::min(bytes.size(), head_size) & ~std::size_t{1};
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < size; ++i) nuls[i & 1] += bytes[i] == '\0';
  const std::size_t many = size / 2 - size / 8;
  const std::size_t few = size / 20;
  if (size < 4) return {};
  if (nuls[1] >= many && nuls[0] <= few) return "UTF-16LE";
  if (nuls[0] >= many && nuls[1] <= few) return "UTF-16BE";
  return {};
}

struct Sequences {
  std::size_t well_formed = 0;  ///< characters of more than one byte
  std::size_t stray = 0;        ///< bytes above 127 that belong to none
};

Sequences count_sequences(std::string_view bytes) noexcept {
  Sequences count;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const auto decoded = utf8::decode(bytes, i);
    ++(decoded.size > 1 ? count.well_formed : count.stray);
    i += decoded.size;
  }
  return count;
}

/// The word after "charset=" or "encoding=" in a head that begins as a page or XML does.
std::string declared_encoding(std::string_view bytes) {
  const auto head = bytes.substr(0, head_size);
  if (!ascii::trim(head).starts_with('<')) return {};
  for (const auto key : {"charset="sv, "encoding="sv}) {
    const auto at = ascii::find(head, key);
    if (at == std::string_view::npos) continue;
    auto rest = ascii::trim(head.substr(at + key.size()));
    if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    return ascii::lower(rest.substr(0, rest.find_first_of("\"' ;/>?\r\n\t")));
  }
  return {};
}

std::string guessed_encoding(std::string_view bytes, std::size_t high_bytes) {
  if (high_bytes < enough_for_uchardet) return "windows-1252";
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), bytes.size());
  uchardet_data_end(detector.get());
  const std::string guess = ascii::lower(uchardet_get_charset(detector.get()));
  return guess.empty() || guess == "utf-8" || guess == "ascii" ? "windows-1252" : guess;
}

/// Pages that say ISO-8859-1 or ASCII mean windows-1252 (WHATWG Encoding, names and labels).
std::string web_name(std::string encoding) {
  const bool latin = encoding == "iso-8859-1" || encoding == "latin1" || encoding == "us-ascii" || encoding == "ascii";
  return latin ? "windows-1252" : encoding;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) converter.reset();
  if (converter) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

/// Bytes 0x81, 0x8D, 0x8F, 0x90 and 0x9D mean nothing in windows-1252, though ICU lets them pass as controls.
std::optional<std::size_t> undefined_in_1252(std::string_view bytes) noexcept {
  const auto at = bytes.find_first_of("\x81\x8D\x8F\x90\x9D");
  return at == std::string_view::npos ? std::nullopt : std::optional(at);
}

[[noreturn]] void refuse_byte(std::string_view name, std::string_view encoding, std::size_t offset) {
  throw cannot_read(name, fmt::format("byte {} is not valid {}", offset, encoding),
                    "save the text as UTF-8, or give the copy that was not damaged");
}

std::string convert(std::string_view name, std::string_view bytes, const std::string& encoding, std::size_t offset) {
  const Converter from = open_converter(encoding);
  const Converter to = open_converter("UTF-8");
  if (!from || !to) throw cannot_read(name, fmt::format("encoding {} is not known", encoding), "save it as UTF-8");
  std::string out;
  std::array<char, 16384> target;
  std::array<UChar, 4096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* written = target.data();
    ucnv_convertEx(to.get(), from.get(), &written, target.data() + target.size(), &source, end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    out.append(target.data(), written);
  }
  if (U_FAILURE(status)) refuse_byte(name, encoding, offset + static_cast<std::size_t>(source - bytes.data()));
  return out;
}

std::string decode_legacy(std::string_view name, std::string_view bytes) {
  const auto invalid = utf8::first_invalid(bytes);
  const auto declared = declared_encoding(bytes);
  const auto count = count_sequences(bytes);
  const bool said = !declared.empty() && declared != "utf-8" && declared != "utf8" && open_converter(declared);
  if (!said && (declared.starts_with("utf") || count.well_formed > count.stray)) refuse_byte(name, "UTF-8", *invalid);
  const auto encoding = web_name(said ? declared : guessed_encoding(bytes, count.stray + 2 * count.well_formed));
  if (encoding == "windows-1252")
    if (const auto undefined = undefined_in_1252(bytes)) refuse_byte(name, "UTF-8 or windows-1252", *undefined);
  return convert(name, bytes, encoding, 0);
}

void refuse_controls(std::string_view name, std::string_view bytes) {
  const auto nul = bytes.find('\0');
  if (nul != std::string_view::npos)
    throw cannot_read(name, fmt::format("byte {} is NUL: this is a binary file", nul),
                      "give plain text, HTML or NDJSON");
  const auto is_control = [](char c) { return (c >= 0 && c < ' ' && !ascii::is_space(c) && c != '\x1B') || c == 0x7F; };
  const auto controls = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  if (controls > 8 && controls > bytes.size() / 50)
    throw cannot_read(
        name, fmt::format("{} of {} bytes are control characters: this is a binary file", controls, bytes.size()),
        "give plain text, HTML or NDJSON");
}

std::string to_utf8(std::string_view name, std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return convert(name, bytes.substr(4), "UTF-32LE", 4);
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return convert(name, bytes.substr(4), "UTF-32BE", 4);
  if (bytes.starts_with("\xFF\xFE")) return convert(name, bytes.substr(2), "UTF-16LE", 2);
  if (bytes.starts_with("\xFE\xFF")) return convert(name, bytes.substr(2), "UTF-16BE", 2);
  if (const auto what = binary_format(bytes); !what.empty()) refuse_binary(name, what);
  if (const auto utf16 = utf16_by_nuls(bytes); !utf16.empty()) return convert(name, bytes, std::string(utf16), 0);
  refuse_controls(name, bytes);
  const bool has_bom = bytes.starts_with(utf8_bom);
  const auto invalid = utf8::first_invalid(bytes);
  if (invalid && has_bom) refuse_byte(name, "UTF-8", *invalid);
  if (invalid) return decode_legacy(name, bytes);
  return std::string(bytes.substr(has_bom ? utf8_bom.size() : 0));
}

}  // namespace

std::string_view binary_format(std::string_view bytes) noexcept {
  for (const auto& magic : magics)
    if (bytes.starts_with(magic.bytes)) return magic.what;
  return {};
}

std::string clean_text(std::string text) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') continue;
      c = '\n';
    } else if ((c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 0x7F) {
      c = ' ';
    }
    text[out++] = c;
  }
  text.resize(out);
  return text;
}

std::string decode_text(std::string_view name, std::string_view bytes) {
  if (bytes.empty()) throw cannot_read(name, "is empty", "give a file with text in it");
  std::string text = to_utf8(name, bytes);
  if (const auto nul = text.find('\0'); nul != std::string::npos)
    throw cannot_read(name, fmt::format("character NUL at byte {} of the decoded text", nul), "give a text file");
  text = clean_text(std::move(text));
  if (ascii::trim(text).empty()) throw cannot_read(name, "holds white space only", "give a file with text in it");
  return text;
}

}  // namespace avow
