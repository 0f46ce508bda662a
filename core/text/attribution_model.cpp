#include "text/attribution_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/error.hpp"
#include "base/model_folders.hpp"

namespace avow::text {
namespace {

constexpr std::string_view magic = "avow attribution 1\n";
constexpr std::size_t row_count = std::size_t{1} << attribution_row_bits;
constexpr std::size_t change_count = attribution_joints * attribution_labels * attribution_labels;
constexpr std::size_t most_cues = 1 << 14;
constexpr std::size_t most_bytes = 4 << 20;
constexpr float largest = 127;
constexpr std::int16_t never = -16000;  ///< of a change that may_follow() forbids
constexpr std::int16_t dearest = 3000;  ///< of any other: sums of the tagger stay within 16 bits

/// Rows and changes have one unit, so that their sums can be compared.
float unit_of(const std::vector<float>& rows) {
  float most = 1e-6F;
  for (const float weight : rows) most = std::max(most, std::abs(weight));
  return most / largest;
}

void put(std::string& out, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i));
}
std::uint64_t take(std::string_view& in, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value |= std::uint64_t{static_cast<std::uint8_t>(in[i])} << (8 * i);
  in.remove_prefix(size);
  return value;
}

}  // namespace

AttributionModel::AttributionModel(const std::vector<CueWord>& cues)
    : slots_(std::bit_ceil(std::max<std::size_t>(cues.size(), 8) * 2)) {
  for (const CueWord& cue : cues) {
    std::size_t i = cue.hash & (slots_.size() - 1);
    while (slots_[i].level != 0 && slots_[i].hash != cue.hash) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = cue;
  }
}

AttributionModel AttributionModel::of(const std::vector<float>& rows, const std::vector<float>& changes,
                                      const std::vector<CueWord>& cues) {
  AttributionModel out(cues);
  const float unit = unit_of(rows);
  out.rows_.resize(row_count);
  for (std::size_t r = 0; r < row_count; ++r)
    for (std::size_t l = 0; l < attribution_labels; ++l)
      out.rows_[r][l] = static_cast<std::int8_t>(std::lround(rows[r * 8 + l] / unit));
  out.changes_.resize(attribution_joints);
  for (std::size_t i = 0; i < change_count; ++i) {
    const std::size_t from = i / attribution_labels % attribution_labels;
    const std::size_t to = i % attribution_labels;
    const float weight = std::clamp<float>(changes[i] / unit, -dearest, dearest);
    out.changes_[i / (attribution_labels * attribution_labels)][from][to] =
        may_follow(to, from) ? static_cast<std::int16_t>(std::lround(weight)) : never;
  }
  return out;
}

std::string AttributionModel::bytes() const {
  std::string out(magic);
  std::vector<CueWord> cues;
  std::copy_if(slots_.begin(), slots_.end(), std::back_inserter(cues), [](const CueWord& c) { return c.level != 0; });
  std::sort(cues.begin(), cues.end(), [](const CueWord& a, const CueWord& b) { return a.hash < b.hash; });
  put(out, cues.size(), 4);
  for (const CueWord& cue : cues) put(out, cue.hash, 8), put(out, cue.level, 1);
  for (const Changes& joint : changes_)
    for (const Change& from : joint)
      for (std::size_t to = 0; to < attribution_labels; ++to) put(out, static_cast<std::uint16_t>(from[to]), 2);
  for (const Row& row : rows_)
    for (std::size_t l = 0; l < attribution_labels; ++l) out += static_cast<char>(row[l]);
  return out;
}

AttributionModel AttributionModel::read(std::string_view bytes, std::string_view where) {
  const auto refuse = [&] {
    throw Error(ErrorCode::bad_input, std::string(where) + " is no model of who said what",
                "build it again with avow train attribution");
  };
  if (!bytes.starts_with(magic) || bytes.size() < magic.size() + 4) refuse();
  bytes.remove_prefix(magic.size());
  const std::size_t count = take(bytes, 4);
  if (count > most_cues || bytes.size() != count * 9 + change_count * 2 + row_count * attribution_labels) refuse();
  std::vector<CueWord> cues(count);
  for (CueWord& cue : cues) {
    cue.hash = take(bytes, 8);
    cue.level = static_cast<std::uint8_t>(take(bytes, 1));
    if (cue.level < 1 || cue.level > 3) refuse();
  }
  AttributionModel out(cues);
  out.changes_.resize(attribution_joints);
  for (Changes& joint : out.changes_)
    for (Change& from : joint)
      for (std::size_t to = 0; to < attribution_labels; ++to)
        from[to] = std::clamp(static_cast<std::int16_t>(take(bytes, 2)), never, dearest);
  out.rows_.resize(row_count);
  for (Row& row : out.rows_) {
    std::memcpy(row.data(), bytes.data(), attribution_labels);
    bytes.remove_prefix(attribution_labels);
  }
  return out;
}

std::shared_ptr<const AttributionModel> AttributionModel::installed(const std::vector<std::filesystem::path>& folders) {
  const auto file = find_model(folders, "attribution");
  if (!file) return nullptr;
  std::ifstream in(*file, std::ios::binary);
  std::string bytes(most_bytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return std::make_shared<const AttributionModel>(read(bytes, file->string()));
}

}  // namespace avow::text
