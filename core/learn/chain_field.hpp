#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "text/attribution_model.hpp"

namespace avow::learn {

/// A sequence to learn from: of each place its rows (up to ends[i] in `rows`), the joint before it, and its label.
struct ChainSequence {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> ends;
  std::vector<std::uint8_t> joints;
  std::vector<std::uint8_t> labels;
};

/// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over the labels of attribution,
/// learned by AdaGrad (Duchi, Hazan and Singer 2011) from one sequence after the other. The gradient comes from the
/// scaled forward-backward recursion. A small step and few rounds keep it from fitting too closely: both were found on
/// articles that were held back.
class ChainField {
 public:
  ChainField();

  /// Takes one step; gives the sequence's negative log likelihood before it. Marks by hand may hold a change of label that
  /// the chain cannot make (a role that goes on behind another one): it counts for nothing.
  double learn(const ChainSequence& sequence);

  const std::vector<float>& rows() const noexcept { return rows_; }        ///< 8 to a row
  const std::vector<float>& changes() const noexcept { return changes_; }  ///< by joint, from, to

 private:
  static constexpr std::size_t labels = text::attribution_labels;
  using Vector = std::array<double, labels>;
  using Matrix = std::array<Vector, labels>;  ///< [from][to]

  void weigh(const ChainSequence& sequence);
  double forward();
  void backward();
  void change_rows(const ChainSequence& sequence, std::size_t i);
  void change_joint(const ChainSequence& sequence, std::size_t i);
  double change(std::size_t joint, std::size_t from, std::size_t to) const;

  std::vector<float> rows_;
  std::vector<float> row_squares_;
  std::vector<float> changes_;
  std::vector<float> change_squares_;
  // Of the sequence at hand, by place; kept for their room.
  std::vector<Vector> weights_;  ///< exponentials, the largest 1
  std::vector<Matrix> joints_;   ///< exponentials
  std::vector<Vector> ahead_;
  std::vector<Vector> behind_;
  std::vector<double> scale_;
};

}  // namespace avow::learn
