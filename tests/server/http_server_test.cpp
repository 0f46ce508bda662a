#include "server/http_server.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "base/error.hpp"
#include "server/client.hpp"

namespace avow::server {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

/// Says what it was asked; keeps the worker for a while where the path asks for that.
class Echo final : public Handler {
 public:
  Admission admit(const Request& head) override {
    if (head.path == "/forbidden") return {0, refusal(403)};
    return {head.path == "/body" ? std::size_t{1'000} : 0, std::nullopt};
  }
  Response answer(const Request& request, std::size_t worker) override {
    EXPECT_LT(worker, 2U);
    if (request.path == "/slow") std::this_thread::sleep_for(300ms);
    answered += 1;
    return {200, "text/plain", request.method + " " + request.path + " " + request.body, {{"X-Answer", "yes"}}};
  }
  Response refusal(int status) override { return {status, "text/plain", "refused", {}}; }
  std::atomic<int> answered = 0;
};

class HttpServerTest : public testing::Test {
 protected:
  HttpServerTest() { start({}); }
  ~HttpServerTest() override { end(); }

  void start(HttpLimits limits) {
    end();
    limits.stop_time = 5s;
    server_ = std::make_unique<HttpServer>(HttpOptions{"127.0.0.1", 0, 2, limits}, echo);
    port = server_->port();
    thread_ = std::thread([this] { server_->run(); });
  }
  void end() {
    if (server_) server_->stop();
    if (thread_.joinable()) thread_.join();
  }
  std::string ask(std::string_view request) const { return Client::ask(port, request); }

  Echo echo;
  std::uint16_t port = 0;

 private:
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
};

constexpr const char* small = "GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

TEST_F(HttpServerTest, AnswersWhatItIsAsked) {
  const std::string answer = ask(small);
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_THAT(answer, HasSubstr("GET /a "));
  EXPECT_THAT(answer, HasSubstr("X-Answer: yes"));
}

TEST_F(HttpServerTest, KeepsAConnectionForTheNextRequest) {
  const std::string answer = ask(std::string("GET /one HTTP/1.1\r\nHost: localhost\r\n\r\n") + small);
  EXPECT_THAT(answer, HasSubstr("GET /one "));
  EXPECT_THAT(answer, HasSubstr("GET /a "));
}

TEST_F(HttpServerTest, AnswersHeadWithoutABody) {
  const std::string answer = ask("HEAD /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, HasSubstr("Content-Length: 8\r\n"));
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(HttpServerTest, TakesABodyThatTheHandlerAllows) {
  EXPECT_THAT(ask("POST /body HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"),
              HasSubstr("POST /body hello"));
}

TEST_F(HttpServerTest, RefusesALongerBody) {
  EXPECT_EQ(status_of(ask("POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\n\r\n")), 413);
  EXPECT_EQ(status_of(ask("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello")), 413);
  EXPECT_EQ(status_of(ask("POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999999\r\n\r\n")), 413);
}

TEST_F(HttpServerTest, RefusesAnEndlessChunkedBodyBeforeItIsRead) {
  const Client client(port);
  client.say("POST /body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
  int sent = 0;
  while (sent < 3'200 && client.say(chunk)) ++sent;  // 200 MB, were it let
  EXPECT_LT(sent, 400);
  EXPECT_EQ(echo.answered, 0);
}

TEST_F(HttpServerTest, SaysWhyAChunkedBodyIsRefused) {
  EXPECT_EQ(status_of(ask("POST /body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3E9\r\n" +
                          std::string(1001, 'x') + "\r\n0\r\n\r\n")),
            413);
}

TEST_F(HttpServerTest, RefusesTooManyHeaders) {
  const Client client(port);
  client.say("GET /a HTTP/1.1\r\nHost: localhost\r\n");
  std::string header;
  for (int i = 0; i < 2'000; ++i) header += "X-" + std::to_string(i) + ": y\r\n";
  client.say(header);
  EXPECT_EQ(status_of(client.rest()), 431);
}

TEST_F(HttpServerTest, RefusesWhatIsNoHttp) {
  EXPECT_EQ(status_of(ask("hello\r\n\r\n")), 400);
  EXPECT_EQ(status_of(ask("GET /a%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")), 400);
  EXPECT_EQ(status_of(ask("GET /../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n")), 400);
}

TEST_F(HttpServerTest, GivesTheHandlersRefusal) {
  EXPECT_EQ(status_of(ask("GET /forbidden HTTP/1.1\r\nHost: localhost\r\n\r\n")), 403);
  EXPECT_EQ(echo.answered, 0);
}

TEST_F(HttpServerTest, GivesUpOnAClientThatDoesNotSpeak) {
  start({.header_time = 1s});
  const Client silent(port), slow(port);
  slow.say("GET /a HT");
  EXPECT_EQ(slow.rest(), "");
  EXPECT_EQ(silent.rest(), "");
  EXPECT_EQ(status_of(ask(small)), 200);
}

std::size_t resident_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
  return 0;
}

TEST_F(HttpServerTest, ServesOthersBesideManySlowClients) {
  ask(small);
  const std::size_t before = resident_kilobytes();
  std::vector<Client> slow;
  for (int i = 0; i < 300; ++i) {
    slow.emplace_back(port);
    slow.back().say("GET /a HTTP/1.1\r\nHost: local");
  }
  EXPECT_EQ(status_of(ask(small)), 200);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LT(resident_kilobytes() - before, 16U << 10);
#else
  EXPECT_GT(before, 0U);
#endif
}

TEST_F(HttpServerTest, WaitsForASlotWhenAllAreTaken) {
  start({.connections = 1, .header_time = 1s});
  const Client first(port);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(status_of(ask(small)), 200);
  EXPECT_GT(std::chrono::steady_clock::now() - begin, 500ms) << "not before the first was given up";
}

TEST_F(HttpServerTest, FinishesWhatItIsAnsweringWhenItStops) {
  const Client client(port);
  client.say("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::this_thread::sleep_for(100ms);
  end();
  EXPECT_THAT(client.rest(), HasSubstr("GET /slow"));
}

TEST_F(HttpServerTest, SaysWhenThePortIsTaken) {
  EXPECT_THROW(HttpServer({"127.0.0.1", port, 1, {}}, echo), Error);
  EXPECT_THROW(HttpServer({"no address", 0, 1, {}}, echo), Error);
}

}  // namespace
}  // namespace avow::server
