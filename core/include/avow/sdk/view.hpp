#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <utility>

#include "avow/sdk/values.hpp"

namespace avow::sdk {

/// An array of the host's, read in place: each item is made a small value when looked at. Random access.
template <typename Item>
class View {
 public:
  using Raw = typename Item::Raw;

  class Iterator {
   public:
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using reference = Item;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::random_access_iterator_tag;

    Iterator() = default;
    Iterator(const View& view, difference_type at) : base_(view.base_), stride_(view.stride_), at_(at) {}
    Item operator*() const { return View::item(base_, stride_, static_cast<std::size_t>(at_)); }
    Item operator[](difference_type by) const { return *(*this + by); }
    Iterator& operator+=(difference_type by) { return at_ += by, *this; }
    Iterator& operator-=(difference_type by) { return at_ -= by, *this; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this -= 1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator it, difference_type by) { return it += by; }
    friend Iterator operator+(difference_type by, Iterator it) { return it += by; }
    friend Iterator operator-(Iterator it, difference_type by) { return it -= by; }
    friend difference_type operator-(const Iterator& a, const Iterator& b) { return a.at_ - b.at_; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.at_ <=> b.at_; }

   private:
    const std::byte* base_ = nullptr;
    std::size_t stride_ = 0;
    difference_type at_ = 0;
  };

  View() = default;
  explicit View(const avow_array& array)
      : base_(static_cast<const std::byte*>(array.items)),
        size_(static_cast<std::size_t>(array.count)),
        stride_(static_cast<std::size_t>(array.stride)) {}

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, static_cast<std::ptrdiff_t>(size_)}; }
  /// `index` must be less than size().
  Item operator[](std::size_t index) const { return item(base_, stride_, index); }
  Item front() const { return (*this)[0]; }
  Item back() const { return (*this)[size_ - 1]; }

  View sub(std::size_t first, std::size_t count) const {
    View part = *this;
    if (base_ != nullptr) part.base_ = base_ + first * stride_;
    part.size_ = count;
    return part;
  }

  /// Those of a document's annotations that begin within `span`; found by bisection, as they are ordered.
  View within(Span span) const {
    const std::size_t first = first_from(span.begin);
    return sub(first, first_from(span.end) - first);
  }

 private:
  static Item item(const std::byte* base, std::size_t stride, std::size_t index) {
    return Item::read(*reinterpret_cast<const Raw*>(base + index * stride));
  }
  std::size_t first_from(std::size_t offset) const {
    std::size_t low = 0;
    std::size_t high = size_;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if ((*this)[middle].span.begin < offset)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  const std::byte* base_ = nullptr;
  std::size_t size_ = 0;
  std::size_t stride_ = 0;
};

}  // namespace avow::sdk
