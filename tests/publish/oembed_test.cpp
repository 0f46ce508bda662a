#include "publish/oembed.hpp"

#include <gmock/gmock.h>

#include "publishing.hpp"

namespace avow {
namespace {

using testing::HasSubstr;
using testing::Not;

using Oembed = Publishing;

TEST_F(Oembed, IsARichResponseWithAFrame) {
  const Json card = oembed(row, names, site);
  EXPECT_EQ(card["version"], "1.0");
  EXPECT_EQ(card["type"], "rich");
  EXPECT_EQ(card["provider_name"], "Promise Watch");
  EXPECT_EQ(card["width"], 600);
  EXPECT_EQ(card["height"], 320);
  EXPECT_THAT(card["html"].get<std::string>(),
              HasSubstr("<iframe src=\"https://promises.example/embed/claim/" + row.id.hex() + "\" "));
}

TEST_F(Oembed, IsNeverLargerThanAskedFor) {
  const Json small = oembed(row, names, site, {240, 100});
  EXPECT_EQ(small["width"], 240);
  EXPECT_EQ(small["height"], 100);
  EXPECT_THAT(small["html"].get<std::string>(), HasSubstr("width=\"240\" height=\"100\""));
  EXPECT_EQ(oembed(row, names, site, {5000, std::nullopt})["width"], 600);
  EXPECT_EQ(oembed(row, names, site, {-3, 0})["width"], 1);
}

TEST_F(Oembed, HostileWordsStayInTheTitle) {
  const std::string html = oembed(hostile(), names, site)["html"];
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<b>")));
  EXPECT_THAT(html, HasSubstr("title=\"&lt;b&gt;Chief&lt;/b&gt; BEGIN:VEVENT: “&quot;We&quot; will"));
  EXPECT_EQ(std::count(html.begin(), html.end(), '<'), 2);
}

}  // namespace
}  // namespace avow
