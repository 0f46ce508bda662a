#include "text/language.hpp"

#include <algorithm>
#include <utility>

#include "text/english_text.hpp"

namespace avow::text {

const Language& Language::english() {
  static const Language language = read(english_text(), "en", "en.txt");
  return language;
}

Word& Language::add(std::uint64_t hash) {
  if (words_.size() * 2 > slots_.size()) {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : before)
      if (slot.word != 0) slots_[place(slot.hash)] = slot;
  }
  Slot& slot = slots_[place(hash)];
  if (slot.word == 0) {
    slot = {hash, static_cast<std::uint32_t>(words_.size())};
    words_.emplace_back();
  }
  return words_[slot.word];
}

std::string_view Language::keep(std::string_view text) {
  const auto known = std::find(texts_.begin(), texts_.end(), text);
  return known == texts_.end() ? texts_.emplace_back(text) : *known;
}

}  // namespace avow::text
