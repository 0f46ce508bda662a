#include "plugin/observations.hpp"

#include <gtest/gtest.h>

namespace avow {
namespace {

ObservedValue observed(int first_byte) {
  ObservedValue value;
  value.id.bytes[0] = static_cast<std::uint8_t>(first_byte);
  value.entity = "XHB";
  value.period = Date::year(2000 + first_byte);
  value.published = Day{};
  return value;
}

TEST(Observations, NoneAreAsGoodAsAnEmptyList) {
  for (const Observations& none : {Observations(), Observations(std::vector<ObservedValue>())}) {
    EXPECT_TRUE(none.empty());
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_EQ(none.find(observed(1).id), nullptr);
    EXPECT_EQ(none.raw().count, 0u);
  }
}

TEST(Observations, KeepTheirOrderAndAreFoundById) {
  const Observations all(std::vector{observed(3), observed(1), observed(2)});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0], observed(3));
  for (const int byte : {1, 2, 3}) EXPECT_EQ(*all.find(observed(byte).id), observed(byte));
  EXPECT_EQ(all.find(observed(4).id), nullptr);
}

TEST(Observations, CopiesShareOneListInTheFormOfTheAbi) {
  const Observations all(std::vector{observed(3), observed(1)});
  const Observations copy = all;
  const avow_array raw = copy.raw();
  EXPECT_EQ(raw.items, all.raw().items);
  ASSERT_EQ(raw.count, 2u);
  const auto* first = static_cast<const avow_observation*>(raw.items);
  EXPECT_EQ(std::string(first->id.data, first->id.size), observed(3).id.hex());
  EXPECT_EQ(std::string(first->period.edtf.data, first->period.edtf.size), "2003");
}

}  // namespace
}  // namespace avow
