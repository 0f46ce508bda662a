#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "publish/publication.hpp"
#include "query/changed.hpp"
#include "query/names.hpp"

namespace avow {

/// The days on which promises fall due as an iCalendar object (RFC 5545; NAME and the form of UIDs by RFC 7986), UTF-8,
/// CR LF, lines folded at 75 octets between characters. An event a claim, in their order: all day, on the last day of
/// the due date ("2035" is 2035-12-31), taking no time; UID is content_uuid() of the claim, DTSTAMP and LAST-MODIFIED
/// are ChangedClaim::at to the second: the same store gives the same bytes. Left out is what is no promise or negated,
/// and what has no due date, one that is open at its end, or one beyond the years 1 to 9999. Without any event it is a
/// calendar without components, which RFC 5545 has no form for and clients take as empty. `title` names the calendar.
std::string icalendar(std::string_view title, const std::vector<ChangedClaim>& claims, const Names& names,
                      const Publication& publication);

}  // namespace avow
