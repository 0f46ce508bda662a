#pragma once

#include <filesystem>

#include "store/open.hpp"

namespace avow::sqlite {

/// Makes a store where there is no file, or one of no bytes, and lets options.prepare fill it. It is built beside its
/// place and put there whole: nobody ever sees half of it, and what fails or is killed leaves no store. When somebody
/// else puts a store there first, that one stays. Error: io; what `prepare` throws.
void make_store(const std::filesystem::path& file, const OpenOptions& options);

}  // namespace avow::sqlite
