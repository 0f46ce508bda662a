#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace avow::testing_support {

/// Names of the symbols that a 64-bit ELF shared library defines for others to see.
std::vector<std::string> exported_symbols(const std::filesystem::path& library);

}  // namespace avow::testing_support
