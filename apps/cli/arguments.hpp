#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/parse_word.hpp"

/// Words of a command line as values. All throw Error (usage), naming the option, the word and the forms it may have.
namespace avow::cli {

/// EDTF: 2025, 2025-06, 2025-06-24, ...
Date parse_date(std::string_view option, const std::string& word);

/// One day: 2025-06-24.
Day parse_one_day(std::string_view option, const std::string& word);

}  // namespace avow::cli
