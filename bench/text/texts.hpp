#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace avow::bench {

/// The plain texts (*.txt) below a folder that are valid UTF-8, in the order of their paths; notes on sources and
/// licences left out. Throws std::runtime_error when there is none.
std::vector<std::string> read_texts(const std::filesystem::path& folder);

/// The pages (*.html, *.html.gz) below a folder as UTF-8; those that cannot be read left out.
std::vector<std::string> read_pages(const std::filesystem::path& folder);

double megabytes(const std::vector<std::string>& texts);

}  // namespace avow::bench
