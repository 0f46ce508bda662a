#include "contract/store/store_contract.hpp"

namespace avow {
namespace {

std::unique_ptr<Store> open_sqlite(const TempFolder& folder) {
  return open_store(folder / "store.db", samples::options(OpenMode::create));
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, testing::ValuesIn(all_stores()), store_name);

}  // namespace

const std::vector<Factory>& all_stores() {
  static const std::vector<Factory> stores{{"sqlite", open_sqlite}};
  return stores;
}

}  // namespace avow
