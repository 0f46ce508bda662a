// Builds the store that avow_bench_queries asks.
//
//   avow_bench_build_store STORE [claims]

#include <cstdio>
#include <cstdlib>

#include "queries/big_store.hpp"

int main(int count_of_values, char** values) try {
  if (count_of_values < 2) {
    std::fprintf(stderr, "avow_bench_build_store STORE [claims]\n");
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // each line as it comes
  avow::bench::BigStoreSize size;
  if (count_of_values > 2) size.claims = std::strtol(values[2], nullptr, 10);
  avow::bench::build_big_store(values[1], size);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "avow_bench_build_store: %s\n", error.what());
  return 2;
}
