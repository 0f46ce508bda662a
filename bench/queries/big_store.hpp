#pragma once

#include <filesystem>

#include "common/world.hpp"

namespace avow::bench {

/// How large a store is; the figures and verdicts go by the claims: five figures and two verdicts to each.
struct BigStoreSize {
  long claims = 1'000'000;
};

/// The world that the claims of a big store are about.
World big_world();

/// Writes a new store through the real writer as years of use would: in forty rounds, each with new documents of ten
/// claims, new vintages of figures (a journal entry each) and a check run on a later day, which judges the new claims
/// and as many of the earlier ones. Nothing is retracted. Four claims in five are numeric promises that figures could
/// judge, by a rule and not by a checker: the verdicts are spread as checkers spread them. Prints what each part took.
void build_big_store(const std::filesystem::path& file, const BigStoreSize& size);

}  // namespace avow::bench
