#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace avow::text {

/// What a token can be to an attribution: the first or a later word of a source, a cue or a content, or none of these.
enum AttributionLabel : std::uint8_t {
  no_role,
  source_begins,
  source_goes_on,
  cue_begins,
  cue_goes_on,
  content_begins,
  content_goes_on,
};
inline constexpr std::size_t attribution_labels = 7;
/// Kinds of places between two tokens (a quotation opens, a comma is passed, ...) that labels change at differently.
inline constexpr std::size_t attribution_joints = 48;
inline constexpr unsigned attribution_row_bits = 18;

/// Whether a label may stand after another: "inside" only after its own kind.
constexpr bool may_follow(std::size_t label, std::size_t before) noexcept {
  const bool inside = label != no_role && label % 2 == 0;
  return !inside || before == label || before + 1 == label;
}

/// What was learned about who said what: a row of weights for every hashed feature, one for every change of label, and
/// the words that cues are made of. Read-only once made, so shared by threads. Its file holds all of it, little-endian,
/// under 2 MB.
class AttributionModel {
 public:
  using Row = std::array<std::int8_t, 8>;                  ///< by label; the last is 0
  using Change = std::array<std::int16_t, 8>;              ///< by label changed to; the last is 0
  using Changes = std::array<Change, attribution_labels>;  ///< by label changed from

  /// A word that cues are made of, by its hash; of level 1 (at times), 2 (often) or 3 (mostly).
  struct CueWord {
    std::uint64_t hash = 0;
    std::uint8_t level = 0;
  };

  /// Weights as they were learned: `rows` of 8 floats each, `changes` by joint, from and to.
  static AttributionModel of(const std::vector<float>& rows, const std::vector<float>& changes,
                             const std::vector<CueWord>& cues);
  /// Cue words alone, for a model that is yet to be learned.
  explicit AttributionModel(const std::vector<CueWord>& cues);

  /// `where` names the file in messages. Throws avow::Error (bad_input) for what is no such model.
  static AttributionModel read(std::string_view bytes, std::string_view where);
  std::string bytes() const;

  /// attribution.model of the first of the folders that has one; null when none has. Throws avow::Error (bad_input) as
  /// read() does.
  static std::shared_ptr<const AttributionModel> installed(const std::vector<std::filesystem::path>& folders);

  const Row& row(std::uint32_t feature) const noexcept { return rows_[feature]; }
  const Changes& changes(std::size_t joint) const noexcept { return changes_[joint]; }
  /// 0 for a word that no cue is made of.
  std::uint8_t cue_level(std::uint64_t hash) const noexcept {
    std::size_t i = hash & (slots_.size() - 1);
    while (slots_[i].level != 0 && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
    return slots_[i].level;
  }

 private:
  std::vector<Row> rows_;
  std::vector<Changes> changes_;
  std::vector<CueWord> slots_;  ///< open addressing, at most half full
};

}  // namespace avow::text
