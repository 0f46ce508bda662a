#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "contract/store/samples.hpp"

namespace avow {

/// How to make an empty store of one sort in a folder, and to open it again.
struct Factory {
  const char* name;
  std::function<std::unique_ptr<Store>(const TempFolder&)> open;
};
/// The stores that are held to the contract.
const std::vector<Factory>& all_stores();
inline std::string store_name(const testing::TestParamInfo<Factory>& made) {
  return made.param.name;
}

/// What every store keeps to; each test runs once a store.
class StoreContract : public testing::TestWithParam<Factory> {
 protected:
  void write(const std::function<void(StoreWriter&)>& adds) {
    const auto writer = store_->begin();
    writer->begin_entry({"test", "tester", "because"});
    adds(*writer);
    writer->commit();
  }
  std::int64_t entries() { return static_cast<std::int64_t>(store_->counts().journal_entries); }
  void expect_sound() { EXPECT_TRUE(store_->verify(10, {}).damages.empty()); }

  TempFolder folder_;
  std::unique_ptr<Store> store_ = GetParam().open(folder_);
};

}  // namespace avow
