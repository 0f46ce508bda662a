#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "avow/sdk/answers.hpp"
#include "avow/sdk/claim.hpp"
#include "avow/sdk/document.hpp"

/// What a plugin is: a class derived from Detector, Checker or both.
namespace avow::sdk {

/// Takes a detector's answers.
class CandidateSink {
 public:
  virtual ~CandidateSink() = default;
  /// The candidate is copied before this returns. Throws to end detect() when the host wants no more: let it pass.
  virtual void emit(const Candidate& candidate) = 0;
};

/// Finds claims in documents.
class Detector {
 public:
  virtual ~Detector() = default;
  virtual void detect(const Document& document, CandidateSink& sink) = 0;
};

/// Holds claims against what really happened.
class Checker {
 public:
  virtual ~Checker() = default;
  /// Whether this checker can judge such a claim. Looks at the claim alone; cheap.
  virtual bool can_judge(const Claim& claim) = 0;
  virtual Assessment check(const Claim& claim, Host& host) = 0;
};

/// What an instance is created with. Valid only while the constructor runs: keep copies.
struct Setup {
  std::string_view folder;         ///< the folder that the plugin lies in
  std::string_view configuration;  ///< a JSON object; "{}" when none was given

  /// The bytes of a data file beside the plugin. Throws std::runtime_error naming the file.
  std::string read_file(std::string_view name) const {
    const std::string path = std::string(folder) + "/" + std::string(name);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw std::runtime_error("cannot read " + path);
    return bytes;
  }
};

/// What AVOW_PLUGIN is told about a plugin; manifest.json must say the same.
struct Info {
  const char* id = "";                ///< lower-case letters, digits and '-'
  const char* version = "";           ///< "1.4.0"
  std::uint32_t output_revision = 1;  ///< raise it when the same input gives another answer
};

}  // namespace avow::sdk
