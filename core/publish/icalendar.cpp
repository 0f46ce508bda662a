#include "publish/icalendar.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "publish/claim_summary.hpp"
#include "publish/clean_text.hpp"
#include "publish/content_uuid.hpp"
#include "publish/target_text.hpp"

namespace avow {
namespace {

constexpr std::size_t line_octets = 75;  // RFC 5545, 3.1: without the line break

/// Appends a content line, folded: what goes on begins with a blank, which counts.
void append_line(std::string& out, std::string_view line) {
  for (std::size_t room = line_octets; !line.empty(); room = line_octets - 1) {
    if (room != line_octets) out += ' ';
    const std::string_view piece = utf8::prefix(line, room);
    out.append(piece).append("\r\n");
    line.remove_prefix(piece.size());
  }
}

/// A value of type TEXT (RFC 5545, 3.3.11).
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : clean_text(text)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

void append_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) append_line(out, std::string(name) + ':' + escaped(text));
}

/// "20351231".
std::string basic_day(Day day) {
  std::string text = to_string(day);
  std::erase(text, '-');
  return text;
}

/// "20261123T140203Z".
std::string basic_moment(Instant at) {
  std::string text = at.text();
  text = text.substr(0, text.find('.'));
  std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'Z'; });
  return text + 'Z';
}

/// Whether it is a promise with a last day that a calendar can hold: years of four digits. Of a statement, the date is
/// the period that it speaks of, and nothing falls due.
bool falls_due(const ClaimRow& row) {
  if (!row.reading || !is_promise(row.reading->kind) || row.reading->negated) return false;
  if (!row.reading->target.due.known()) return false;
  using std::chrono::year;
  const Day last = row.reading->target.due.latest();
  return last >= Day(year(1) / 1 / 1) && last <= Day(year(9999) / 12 / 31);
}

std::string headline(const ClaimRow& row, const Names& names) {
  const std::string target = clean_line(target_text(row.reading->target, row.reading->kind, names));
  if (target.empty()) return claim_headline(row, names);
  const std::string speaker = clean_line(speaker_text(row.claim, names));
  return speaker.empty() ? target : speaker + ": " + target;
}

void append_event(std::string& out, const ChangedClaim& claim, const Names& names, const Publication& publication) {
  const ClaimRow& row = claim.row;
  append_line(out, "BEGIN:VEVENT");
  append_line(out, "UID:" + content_uuid(row.id));
  append_line(out, "DTSTAMP:" + basic_moment(claim.at));
  append_line(out, "LAST-MODIFIED:" + basic_moment(claim.at));
  append_line(out, "DTSTART;VALUE=DATE:" + basic_day(row.reading->target.due.latest()));
  append_line(out, "TRANSP:TRANSPARENT");
  append_text(out, "SUMMARY", headline(row, names));
  append_text(out, "DESCRIPTION", claim_summary(row, names));
  append_text(out, "CATEGORIES", clean_line(row.reading->topic));
  append_line(out, "URL:" + claim_url(publication, row.id));
  append_line(out, "END:VEVENT");
}

}  // namespace

std::string icalendar(std::string_view title, const std::vector<ChangedClaim>& claims, const Names& names,
                      const Publication& publication) {
  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, "PRODID:-//Avow//Due dates//EN");
  append_line(out, "CALSCALE:GREGORIAN");
  append_text(out, "NAME", clean_line(title));
  append_text(out, "X-WR-CALNAME", clean_line(title));  // the name that clients older than RFC 7986 show
  for (const ChangedClaim& claim : claims)
    if (falls_due(claim.row)) append_event(out, claim, names, publication);
  append_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace avow
