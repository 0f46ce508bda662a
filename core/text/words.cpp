#include "text/words.hpp"

#include <vector>

#include "text/word_rows.hpp"

namespace avow::text {
namespace {

/// Open addressing; built once, read-only afterwards.
class Table {
 public:
  Table() : slots_(8192), words_(1) {
    for (const auto& row : class_rows) each(row.words, [&](Word& word) { word.classes |= row.classes; });
    for (const auto& row : number_rows)
      each(row.words, [&](Word& word) { word.classes |= row.classes, word.number = row.number; });
    for (const auto& row : unit_rows)
      each(row.words, [&](Word& word) { word.classes |= row.classes, word.unit = row.unit, word.factor = row.factor; });
    for (const auto& row : period_rows)
      each(row.words, [&](Word& word) { word.classes |= period_word, word.period = row.period, word.unit = row.unit; });
    for (std::uint8_t i = 0; i < 12; ++i)
      each(month_rows[i],
           [&](Word& word) { word.classes |= month_name, word.month = static_cast<std::uint8_t>(i + 1); });
    for (std::uint8_t i = 0; i < 7; ++i)
      each(weekday_rows[i], [&](Word& word) { word.classes |= weekday_name, word.weekday = i; });
  }

  const Word& find(std::uint64_t hash) const noexcept {
    const Slot& slot = slots_[place(hash)];
    return words_[slot.word];
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::size_t word = 0;  ///< index into words_, whose first is the word that the table does not hold
  };

  template <typename Change>
  void each(std::string_view words, Change change) {
    while (!words.empty()) {
      const std::size_t end = words.find(' ');
      const std::uint64_t hash = hash_of(words.substr(0, end));
      Slot& slot = slots_[place(hash)];
      if (slot.word == 0) {
        slot = {hash, words_.size()};
        words_.emplace_back();
      }
      change(words_[slot.word]);
      words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
  }

  /// The slot that holds the word, or the empty one where it would go.
  std::size_t place(std::uint64_t hash) const noexcept {
    std::size_t i = (hash ^ (hash >> 32)) & (slots_.size() - 1);
    while (slots_[i].word != 0 && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  std::vector<Slot> slots_;
  std::vector<Word> words_;
};

}  // namespace

const Word& find_word(std::uint64_t hash) noexcept {
  static const Table table;
  return table.find(hash);
}

}  // namespace avow::text
