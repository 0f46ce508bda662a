#include "server/http_message.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"

namespace avow::server {
namespace {

TEST(Parameters, AreDecodedInOrder) {
  const Parameters parameters = Parameters::parse("text=two+percent&kind=pledge&kind=fact&empty=&bare");
  EXPECT_EQ(parameters.value("text"), "two percent");
  EXPECT_EQ(parameters.value("kind"), "pledge");
  EXPECT_EQ(parameters.value("none"), "");
  EXPECT_EQ(parameters.all().size(), 5U);
}

TEST(Parameters, ComeBackFromTheirEncodedForm) {
  Parameters parameters;
  parameters.set("text", "5 % & more = \"quoted\" \xC3\xA9");
  parameters.set("after", "said.2025-04-24");
  EXPECT_EQ(Parameters::parse(parameters.encoded()).all(), parameters.all());
  parameters.set("after", "");
  parameters.remove("text");
  EXPECT_EQ(parameters.encoded(), "after=");
}

TEST(Parameters, RefuseWhatIsNoText) {
  for (const char* bad : {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%00"}) EXPECT_THROW(Parameters::parse(bad), Error) << bad;
}

TEST(Parameters, AreLimitedInNumber) {
  std::string many;
  for (int i = 0; i < 101; ++i) many += "a=1&";
  EXPECT_THROW(Parameters::parse(many), Error);
}

TEST(Target, IsSplitIntoPathAndQuery) {
  Request request;
  set_target(request, "/claim/3f%32a.json?today=2024-07-01");
  EXPECT_EQ(request.path, "/claim/3f2a.json");
  EXPECT_EQ(request.query.value("today"), "2024-07-01");
}

TEST(Target, RefusesToLeaveItsRoot) {
  for (const char* bad : {"", "claims", "http://elsewhere/", "/../etc/passwd", "/a/%2e%2e/b", "/a/..", "/./a"}) {
    Request request;
    EXPECT_THROW(set_target(request, bad), Error) << bad;
  }
}

}  // namespace
}  // namespace avow::server
