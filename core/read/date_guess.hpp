#pragma once

#include <string_view>

#include "base/date.hpp"

namespace avow {

/// The date that the text begins with, unknown when it begins with none: "2014-09-05", "2014-09-05T10:00Z", "2014-09",
/// "2014", "20140905", "2014/09/05", "September 5, 2014", "5 Sept. 2014", "5th of September 2014", "September 2014",
/// each with a weekday before it or not. Numeric dates that begin with day or month are not guessed.
Date leading_date(std::string_view text);

/// The date that a short line near the start of a text gives, by itself or behind a word such as "Date:" or
/// "Published"; unknown when there is none.
Date dateline(std::string_view text);

/// The date in a file's name ("2012-10-03.txt", "speech_2025-06.txt", "2006-budget.txt"); unknown when there is none.
Date date_in_name(std::string_view file_name);

}  // namespace avow
