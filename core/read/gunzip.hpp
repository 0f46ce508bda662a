#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace avow {

/// What a gzip file holds, all of its members one behind the other. Throws Error: bad_input (damaged, cut short), limit
/// (more than `max_bytes` unpacked).
std::string gunzip(std::string_view name, std::string_view bytes, std::size_t max_bytes);

}  // namespace avow
