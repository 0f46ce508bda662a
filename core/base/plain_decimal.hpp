#pragma once

#include <string>

namespace avow {

/// The shortest decimal without an exponent that reads back as the same double: "1200000", "0.085", "2.1".
std::string plain_decimal(double value);

}  // namespace avow
