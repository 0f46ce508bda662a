#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "server/http_message.hpp"

namespace avow::server {

/// What one server takes on at most. Connections over the limit wait in the system's queue.
struct HttpLimits {
  std::size_t connections = 4'096;
  std::size_t header_bytes = 16 << 10;
  std::size_t body_bytes = 16 << 20;     ///< of what Handler::body_limit lets through
  std::size_t waiting_requests = 512;    ///< read and not answered yet; more are answered with 503
  std::chrono::seconds header_time{10};  ///< from the connection, or the answer before, to the end of the headers
  std::chrono::seconds body_time{30};
  std::chrono::seconds write_time{30};
  std::chrono::seconds stop_time{5};  ///< for what is being answered when the server is to stop
};

struct HttpOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: one that is free
  std::size_t workers = 2;
  HttpLimits limits;
};

/// What a server asks for answers. Called by many threads at once.
class Handler {
 public:
  virtual ~Handler() = default;
  /// Once the headers are there: how long the body may be, or the answer to a request that needs no look at its body.
  struct Admission {
    std::size_t body_limit = 0;
    std::optional<Response> refusal;
  };
  virtual Admission admit(const Request& head) = 0;
  /// `worker` is below HttpOptions::workers and no two calls at a time have the same one. Must not throw.
  virtual Response answer(const Request& request, std::size_t worker) = 0;
  /// To a request that cannot be read: 400, 413, 431, 503, 505.
  virtual Response refusal(int status) = 0;
};

/// HTTP/1.1 over plain TCP. Who takes longer than the limits is cut off without a word. One thread does all reading and writing, so that slow clients cost a buffer each and no
/// thread; the workers answer. Bodies are taken whole and never decompressed.
class HttpServer {
 public:
  /// Binds and listens. Error (io) naming address and port when that fails. The handler must outlive it.
  HttpServer(const HttpOptions& options, Handler& handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  /// Serves until stop(), then until what is being answered is sent, at most limits.stop_time.
  void run();
  /// From any thread, and from a signal that run() was told of.
  void stop();
  /// SIGINT and SIGTERM call stop() from now on.
  void stop_on_signals();

 private:
  class Service;
  std::unique_ptr<Service> service_;
};

}  // namespace avow::server
