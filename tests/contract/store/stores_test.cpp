#include "contract/store/store_contract.hpp"

// The stores that are held to the contract.
namespace avow {
namespace {

std::unique_ptr<Store> open_sqlite(const TempFolder& folder) {
  return open_store(folder / "store.db", samples::options(OpenMode::create));
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, testing::Values(Factory{"sqlite", open_sqlite}),
                         [](const auto& made) { return std::string(made.param.name); });

}  // namespace
}  // namespace avow
