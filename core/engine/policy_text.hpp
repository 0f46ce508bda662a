#pragma once

#include <string_view>

namespace avow {

/// The content of schema/policy/policy.json, put into the library when it is built.
std::string_view policy_text() noexcept;

}  // namespace avow
