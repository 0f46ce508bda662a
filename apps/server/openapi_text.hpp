#pragma once

#include <string_view>

namespace avow::server {

/// The content of schema/openapi.json, put into the program when it is built.
std::string_view openapi_text() noexcept;

}  // namespace avow::server
