#include "read/pdf.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "read/ascii.hpp"
#include "read/child_process.hpp"
#include "read/date_guess.hpp"
#include "read/encoding.hpp"
#include "read/pdf_page.hpp"
#include "read/pdf_text.hpp"
#include "read/plain_text.hpp"

namespace avow {
namespace {

/// Every word comes with its place, some eighty bytes of it.
constexpr std::size_t output_per_text = 4;

constexpr const char* other_way = "give its text, or a PDF that was saved anew";

Error refusal(std::string_view name, ErrorCode code, const std::string& what, std::string advice = other_way) {
  return {code, fmt::format("{}: {}", name, what), std::move(advice)};
}

void refuse_failure(std::string_view name, const ChildResult& result) {
  using End = ChildResult::End;
  const auto message = ascii::trim(ascii::line_at(result.messages, 0)).substr(0, 200);
  if (result.end == End::too_slow) throw refusal(name, ErrorCode::limit, "pdftotext took too long over the PDF");
  if (result.end == End::too_large) throw refusal(name, ErrorCode::limit, "the PDF holds too much text");
  if (result.end == End::killed)
    throw refusal(name, ErrorCode::bad_input,
                  fmt::format("pdftotext was ended by signal {} over the PDF", result.code));
  if (ascii::find(result.messages, "password") != std::string_view::npos)
    throw refusal(name, ErrorCode::bad_input, "the PDF is protected by a password", "save it without one");
  if (result.code != 0)
    throw refusal(name, ErrorCode::bad_input,
                  fmt::format("pdftotext cannot read the PDF{}{}", message.empty() ? "" : ": ", message));
}

/// What fonts map to is not always text.
std::string valid_text(std::string text) {
  std::string valid;
  std::string_view rest = text;
  for (auto bad = utf8::first_invalid(rest); bad; bad = utf8::first_invalid(rest)) {
    valid += rest.substr(0, *bad);
    valid += ' ';
    rest.remove_prefix(*bad + 1);
  }
  valid += rest;
  for (char& c : valid)
    if (c == '\0') c = ' ';
  return clean_text(std::move(valid));
}

std::string run_pdftotext(std::string_view name, std::string_view bytes, const ReadLimits& limits) {
  const auto program = find_program(limits.pdf_program);
  if (!program)
    throw refusal(name, ErrorCode::not_found,
                  fmt::format("is a PDF, and {}, which Avow reads PDFs with, is not installed", limits.pdf_program),
                  "install it (Debian: apt install poppler-utils), or give the text of the PDF");
  const ChildLimits child{limits.max_pdf_memory, limits.max_bytes * output_per_text, limits.max_pdf_time,
                          limits.max_pdf_time};
  auto result = run_limited(*program, {"-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes, child);
  refuse_failure(name, result);
  return valid_text(std::move(result.output));
}

/// "Microsoft Word - Speech 3.docx" and the like are names of files; the text itself knows better.
bool is_title(std::string_view title) {
  const auto dot = title.rfind('.');
  const bool file = dot != std::string_view::npos && title.size() - dot <= 5 && title.find(' ', dot) >= title.size();
  return !title.empty() && !file && !title.starts_with("Microsoft ") && !ascii::starts_with(title, "untitled") &&
         title.find(' ') != std::string_view::npos;
}

}  // namespace

Document read_pdf(std::string_view name, std::string_view bytes, const ReadLimits& limits) {
  const auto content = parse_pdf_content(name, run_pdftotext(name, bytes, limits), limits);
  Document document;
  document.text = pdf_text(content);
  if (document.text.empty())
    throw refusal(name, ErrorCode::bad_input, "the PDF holds no text, only pictures of it perhaps",
                  "give its text, e.g. from a program that recognises letters");
  document.title = is_title(content.title) ? content.title : largest_line(content);
  if (document.title.empty()) document.title = stem(name);
  document.author = content.author;
  document.published = dateline(document.text);
  if (!document.published.known()) document.published = date_in_name(stem(name));
  if (!document.published.is_day() && content.made.known()) document.published = content.made;
  document.media_type = "application/pdf";
  return document;
}

}  // namespace avow
