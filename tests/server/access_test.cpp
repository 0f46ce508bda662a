#include "server/access.hpp"

#include <gmock/gmock.h>

namespace avow::server {
namespace {

std::optional<int> refusal(const std::map<std::string, std::string>& headers, const char* method = "GET") {
  Request request;
  request.method = method;
  request.headers = headers;
  return Access({"Promises.example"}).refusal(request);
}

TEST(Access, LetsOurOwnNamesPass) {
  for (const char* host :
       {"localhost", "127.0.0.1:8080", "[::1]:8080", "[::1]", "promises.example", "PROMISES.EXAMPLE:80"})
    EXPECT_EQ(refusal({{"host", host}}), std::nullopt) << host;
  EXPECT_EQ(refusal({{"host", "localhost"}}, "HEAD"), std::nullopt);
}

TEST(Access, RefusesForeignHosts) {
  EXPECT_EQ(refusal({}), 400);
  for (const char* host : {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "localhost, evil"})
    EXPECT_EQ(refusal({{"host", host}}), 421) << host;
}

TEST(Access, RefusesForeignOrigins) {
  EXPECT_EQ(refusal({{"host", "localhost"}, {"origin", "http://localhost:8080"}}), std::nullopt);
  EXPECT_EQ(refusal({{"host", "localhost"}, {"origin", "https://evil.example"}}), 403);
  EXPECT_EQ(refusal({{"host", "localhost"}, {"origin", "null"}}), 403);
}

TEST(Access, RefusesOtherMethodsAndCompressedBodies) {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    EXPECT_EQ(refusal({{"host", "localhost"}}, method), 405) << method;
  EXPECT_EQ(refusal({{"host", "localhost"}, {"content-encoding", "gzip"}}), 415);
}

}  // namespace
}  // namespace avow::server
