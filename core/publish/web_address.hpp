#pragma once

#include <string>
#include <string_view>

namespace avow {

/// The address when it may be given to strangers to follow: http or https, valid UTF-8, without blanks, control
/// characters or any that RFC 3987 keeps out of addresses. Empty otherwise: a document's address is what somebody said,
/// and may be `file:notes.txt` or `javascript:...`.
std::string web_address(std::string_view url);

}  // namespace avow
