#include "learn/word_vectors.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "avow/sdk/sentence_features.hpp"

namespace avow::learn {
namespace {

constexpr std::size_t size = WordVectors::size;
constexpr std::size_t most_words = 12'000;
constexpr std::uint32_t least_count = 5;
constexpr std::size_t window = 5;
constexpr int rounds = 8;

struct Listener {
  std::uint32_t mask;
  std::vector<std::uint32_t>& slots;
  void words(std::uint32_t) {}
  void letters(std::uint32_t) {}
  void word(std::uint32_t hash) { slots.push_back(hash & mask); }
};

using Words = std::vector<std::vector<std::uint32_t>>;

Words slots_of(std::span<const std::string> texts, unsigned bits) {
  Words out(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Listener listener{(1U << bits) - 1, out[i]};
    sdk::read_features(texts[i], listener);
  }
  return out;
}

/// Numbers the most frequent slots; -1 for the others.
std::vector<std::int32_t> number_frequent(const Words& words, unsigned bits) {
  std::vector<std::uint32_t> counts(std::size_t{1} << bits);
  for (const auto& text : words)
    for (const std::uint32_t slot : text) ++counts[slot];
  std::vector<std::uint32_t> order(counts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return counts[a] > counts[b]; });
  std::vector<std::int32_t> index(counts.size(), -1);
  for (std::size_t i = 0; i < std::min(most_words, order.size()) && counts[order[i]] >= least_count; ++i)
    index[order[i]] = static_cast<std::int32_t>(i);
  return index;
}

/// A symmetric matrix by rows.
struct Matrix {
  struct Cell {
    std::uint32_t row;
    std::uint32_t column;
    float value;
  };
  std::size_t rows = 0;
  std::vector<Cell> cells;
};

void merge(std::vector<Matrix::Cell>& cells) {
  std::sort(cells.begin(), cells.end(),
            [](const auto& a, const auto& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
  std::size_t last = 0;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].row == cells[last].row && cells[i].column == cells[last].column)
      cells[last].value += cells[i].value;
    else
      cells[++last] = cells[i];
  }
  if (!cells.empty()) cells.resize(last + 1);
}

void add_text(const std::vector<std::uint32_t>& text, const std::vector<std::int32_t>& index, Matrix& matrix) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::int32_t a = index[text[i]];
    for (std::size_t far = 1; a >= 0 && far <= window && i + far < text.size(); ++far) {
      const std::int32_t b = index[text[i + far]];
      if (b < 0) continue;
      const float weight = 1.0F / static_cast<float>(far);
      matrix.cells.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), weight});
      matrix.cells.push_back({static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(a), weight});
    }
  }
}

Matrix count_neighbours(const Words& words, const std::vector<std::int32_t>& index) {
  constexpr std::size_t merge_at = std::size_t{1} << 23;
  Matrix matrix;
  matrix.rows = static_cast<std::size_t>(*std::max_element(index.begin(), index.end()) + 1);
  std::size_t next = merge_at;
  for (const auto& text : words) {
    add_text(text, index, matrix);
    if (matrix.cells.size() < next) continue;
    merge(matrix.cells);
    next = matrix.cells.size() + merge_at;
  }
  merge(matrix.cells);
  return matrix;
}

/// Counts become positive pointwise mutual information; what was seen seldom is trusted less.
void weigh(Matrix& matrix) {
  std::vector<double> sums(matrix.rows);
  double total = 0;
  for (const auto& cell : matrix.cells) sums[cell.row] += static_cast<double>(cell.value);
  for (const double sum : sums) total += sum;
  for (auto& cell : matrix.cells) {
    const auto count = static_cast<double>(cell.value);
    const double information = std::log(count * total / (sums[cell.row] * sums[cell.column]));
    cell.value = static_cast<float>(std::max(0.0, information) * count / (count + 1));
  }
  std::erase_if(matrix.cells, [](const auto& cell) { return cell.value <= 0; });
}

using Block = std::vector<float>;  // rows of `size` numbers

Block multiply(const Matrix& matrix, const Block& block) {
  Block out(block.size());
  for (const auto& cell : matrix.cells) {
    float* to = &out[cell.row * size];
    const float* from = &block[cell.column * size];
    for (std::size_t i = 0; i < size; ++i) to[i] += cell.value * from[i];
  }
  return out;
}

double inner(const Block& block, std::size_t rows, std::size_t a, std::size_t b) {
  double sum = 0;
  for (std::size_t row = 0; row < rows; ++row)
    sum += static_cast<double>(block[row * size + a]) * static_cast<double>(block[row * size + b]);
  return sum;
}

/// Modified Gram-Schmidt over the columns; gives each column's length before.
std::vector<double> make_orthonormal(Block& block, std::size_t rows) {
  std::vector<double> lengths(size);
  for (std::size_t column = 0; column < size; ++column) {
    for (std::size_t before = 0; before < column; ++before) {
      const double share = inner(block, rows, before, column);
      for (std::size_t row = 0; row < rows; ++row)
        block[row * size + column] -= static_cast<float>(share) * block[row * size + before];
    }
    lengths[column] = std::sqrt(inner(block, rows, column, column));
    const auto scale = static_cast<float>(lengths[column] > 1e-9 ? 1 / lengths[column] : 0);
    for (std::size_t row = 0; row < rows; ++row) block[row * size + column] *= scale;
  }
  return lengths;
}

Block random_block(std::size_t rows) {
  Block block(rows * size);
  std::uint32_t state = 1;
  for (float& one : block) {
    state = sdk::detail::spread(state + 0x9e3779b9U);
    one = static_cast<float>(state % 2001) / 1000.0F - 1;
  }
  return block;
}

void normalise_rows(Block& block, const std::vector<double>& lengths) {
  for (std::size_t row = 0; row * size < block.size(); ++row) {
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      float& one = block[row * size + i];
      one *= static_cast<float>(std::sqrt(lengths[i]));
      sum += static_cast<double>(one) * static_cast<double>(one);
    }
    const auto scale = static_cast<float>(sum > 0 ? 1 / std::sqrt(sum) : 0);
    for (std::size_t i = 0; i < size; ++i) block[row * size + i] *= scale;
  }
}

}  // namespace

WordVectors::WordVectors(std::span<const std::string> texts, unsigned bits) : bits_(bits) {
  const Words words = slots_of(texts, bits);
  index_ = number_frequent(words, bits);
  Matrix matrix = count_neighbours(words, index_);
  weigh(matrix);
  vectors_ = random_block(matrix.rows);
  std::vector<double> lengths = make_orthonormal(vectors_, matrix.rows);
  for (int round = 0; round < rounds; ++round) {
    vectors_ = multiply(matrix, vectors_);
    lengths = make_orthonormal(vectors_, matrix.rows);
  }
  normalise_rows(vectors_, lengths);
}

}  // namespace avow::learn
