#include "base/model_folders.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temp_folder.hpp"

namespace avow {
namespace {

TEST(ModelFolders, TheFirstFolderThatHasTheModelGivesIt) {
  const TempFolder own;
  const TempFolder shipped;
  const std::vector folders{own.path(), shipped.path()};
  EXPECT_EQ(find_model(folders, "tide"), std::nullopt);
  std::ofstream(shipped / "tide.model") << "x";
  EXPECT_EQ(find_model(folders, "tide"), shipped / "tide.model");
  std::ofstream(own / "tide.model") << "y";
  EXPECT_EQ(find_model(folders, "tide"), own / "tide.model");
}

TEST(ModelFolders, ANameIsNoWayOutOfAFolder) {
  const TempFolder outer;
  std::filesystem::create_directory(outer / "inner");
  std::ofstream(outer / "tide.model") << "x";
  const std::vector folders{outer / "inner"};
  EXPECT_EQ(find_model(folders, "../tide"), std::nullopt);
  EXPECT_EQ(find_model(folders, ""), std::nullopt);
}

}  // namespace
}  // namespace avow
