// The one translation unit that knows Boost.Beast.
#include "server/http_server.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <mutex>
#include <set>
#include <vector>

#include "base/error.hpp"
#include "base/log.hpp"

namespace avow::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Failure = boost::system::error_code;
using Parser = http::request_parser<http::string_body>;
template <typename T>
using Awaitable = asio::awaitable<T>;

constexpr std::chrono::seconds linger_time{2};
constexpr std::size_t linger_bytes = 1 << 20;
constexpr std::chrono::milliseconds without_descriptors{100};

auto into(Failure& failure) {
  return asio::redirect_error(asio::use_awaitable, failure);
}

/// A connection is a descriptor, of which systems give out few unless asked.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

/// What a failure to read is answered with; 0: with nothing, as the stream was closed, by the client or for its time.
int status_of(const Failure& failure) {
  if (failure == http::error::header_limit) return 431;
  if (failure == http::error::body_limit) return 413;
  if (failure == http::error::bad_version) return 505;
  const bool gone = failure == http::error::end_of_stream || failure == http::error::partial_message ||
                    failure.category() != Failure(http::error::bad_method).category();
  return gone ? 0 : 400;
}

Request head_of(const Parser& parser) {
  const auto& message = parser.get();
  Request request;
  request.method = std::string(message.method_string());
  for (const auto& field : message) {
    std::string name(field.name_string());
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    std::string& value = request.headers[name];
    value += (value.empty() ? "" : ", ") + std::string(field.value());
  }
  set_target(request, {message.target().data(), message.target().size()});
  return request;
}

/// Numbers for the workers, each lent to one call at a time.
class WorkerNumbers {
 public:
  explicit WorkerNumbers(std::size_t workers) {
    for (std::size_t number = 0; number < workers; ++number) free_.push_back(number);
  }
  std::size_t take() {
    const std::lock_guard lock(mutex_);
    const std::size_t number = free_.back();
    free_.pop_back();
    return number;
  }
  void give_back(std::size_t number) {
    const std::lock_guard lock(mutex_);
    free_.push_back(number);
  }

 private:
  std::mutex mutex_;
  std::vector<std::size_t> free_;
};

struct Connection {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  bool idle = true;  ///< nothing of a request has come yet
};

}  // namespace

class HttpServer::Service {
 public:
  Service(const HttpOptions& options, Handler& handler)
      : options_(options),
        handler_(handler),
        acceptor_(io_),
        signals_(io_),
        slot_(io_),
        last_moment_(io_),
        numbers_(options.workers),
        pool_(options.workers) {
    raise_descriptor_limit();
    listen();
  }

  ~Service() {
    pool_.stop();
    pool_.join();
  }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void run() {
    asio::co_spawn(io_, accept(), asio::detached);
    io_.run();
    pool_.join();
  }

  void stop() {
    asio::post(io_, [this] { begin_to_stop(); });
  }

  void stop_on_signals() {
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](const Failure& failure, int) {
      if (!failure) begin_to_stop();
    });
  }

 private:
  void listen() {
    Failure failure;
    const auto address = asio::ip::make_address(options_.address, failure);
    const tcp::endpoint endpoint(address, options_.port);
    if (!failure) acceptor_.open(endpoint.protocol(), failure);
    if (!failure) acceptor_.set_option(asio::socket_base::reuse_address(true), failure);
    if (!failure) acceptor_.bind(endpoint, failure);
    if (!failure) acceptor_.listen(asio::socket_base::max_listen_connections, failure);
    if (failure)
      throw Error(ErrorCode::io,
                  fmt::format("cannot listen on {} port {}: {}", options_.address, options_.port, failure.message()),
                  "name another address or port");
  }

  void begin_to_stop() {
    if (stopping_) return;
    stopping_ = true;
    Failure ignored;
    acceptor_.close(ignored);
    signals_.cancel(ignored);
    slot_.cancel();
    for (Connection* connection : connections_)
      if (connection->idle) connection->stream.socket().close(ignored);
    if (open_ == 0) return;
    last_moment_.expires_after(options_.limits.stop_time);
    last_moment_.async_wait([this](const Failure& failure) {
      if (!failure) io_.stop();
    });
  }

  Awaitable<void> accept() {
    while (!stopping_) {
      Failure failure;
      if (open_ >= options_.limits.connections) {
        slot_.expires_at(std::chrono::steady_clock::time_point::max());
        co_await slot_.async_wait(into(failure));
        continue;
      }
      tcp::socket socket = co_await acceptor_.async_accept(into(failure));
      if (!failure) {
        ++open_;
        asio::co_spawn(io_, serve(std::move(socket)), asio::detached);
      } else if (!stopping_) {
        log::warn("a connection could not be taken: {}", failure.message());
        slot_.expires_after(without_descriptors);
        co_await slot_.async_wait(into(failure));
      }
    }
  }

  Awaitable<void> serve(tcp::socket socket) {
    Connection connection(std::move(socket));
    connections_.insert(&connection);
    try {
      while (!stopping_ && co_await serve_request(connection)) connection.idle = true;
    } catch (const std::exception& error) {
      log::warn("a connection ended: {}", error.what());
    }
    connections_.erase(&connection);
    --open_;
    slot_.cancel();
    if (stopping_ && open_ == 0) last_moment_.cancel();
  }

  /// False when the connection is to be closed.
  Awaitable<bool> serve_request(Connection& connection) {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(options_.limits.header_bytes));
    parser.body_limit(options_.limits.body_bytes);
    Failure failure;
    connection.stream.expires_after(options_.limits.header_time);
    co_await http::async_read_header(connection.stream, connection.buffer, parser, into(failure));
    connection.idle = false;
    if (failure) co_return co_await refuse(connection, status_of(failure));
    Request request;
    Handler::Admission admission;
    if (!read_head(parser, request, admission)) co_return co_await refuse(connection, 400);
    const auto length = parser.content_length();
    if (!admission.refusal && length && *length > admission.body_limit) admission.refusal = handler_.refusal(413);
    if (admission.refusal) {
      co_await send(connection, *admission.refusal, request.method == "HEAD", false);
      if (!parser.is_done()) co_await linger(connection);
      co_return false;
    }
    parser.body_limit(admission.body_limit);
    co_await read_body(connection, parser, failure);
    if (failure) co_return co_await refuse(connection, status_of(failure));
    request.body = std::move(parser.get().body());
    const Response response = co_await answer(request);
    co_return co_await send(connection, response, request.method == "HEAD", parser.keep_alive() && !stopping_);
  }

  bool read_head(const Parser& parser, Request& request, Handler::Admission& admission) {
    try {
      request = head_of(parser);
      admission = handler_.admit(request);
      return true;
    } catch (const Error&) {
      return false;
    }
  }

  Awaitable<void> read_body(Connection& connection, Parser& parser, Failure& failure) {
    connection.stream.expires_after(options_.limits.body_time);
    if (!parser.is_done() && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
      const http::response<http::empty_body> go_on(http::status::continue_, parser.get().version());
      http::response_serializer<http::empty_body> serializer(go_on);
      co_await http::async_write_header(connection.stream, serializer, into(failure));
    }
    if (!failure) co_await http::async_read(connection.stream, connection.buffer, parser, into(failure));
  }

  /// By a worker; this thread reads and writes for others meanwhile.
  Awaitable<Response> answer(const Request& request) {
    if (waiting_ >= options_.limits.waiting_requests) co_return handler_.refusal(503);
    ++waiting_;
    Response response = co_await asio::co_spawn(
        pool_, [this, &request]() -> Awaitable<Response> { co_return work(request); }, asio::use_awaitable);
    --waiting_;
    co_return response;
  }

  Response work(const Request& request) {
    const std::size_t number = numbers_.take();
    Response response = handler_.answer(request, number);
    numbers_.give_back(number);
    return response;
  }

  Awaitable<bool> refuse(Connection& connection, int status) {
    if (status == 0) co_return false;
    co_await send(connection, handler_.refusal(status), false, false);
    co_await linger(connection);
    co_return false;
  }

  Awaitable<bool> send(Connection& connection, const Response& response, bool head_only, bool keep_alive) {
    http::response<http::span_body<const char>> message(static_cast<http::status>(response.status), 11);
    message.set(http::field::content_type, response.type);
    for (const auto& [name, value] : response.headers) message.set(name, value);
    message.keep_alive(keep_alive);
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!bodiless) message.content_length(response.body.size());
    if (!bodiless && !head_only) message.body() = {response.body.data(), response.body.size()};
    http::response_serializer<http::span_body<const char>> serializer(message);
    connection.stream.expires_after(options_.limits.write_time);
    Failure failure;
    if (head_only || bodiless)
      co_await http::async_write_header(connection.stream, serializer, into(failure));
    else
      co_await http::async_write(connection.stream, serializer, into(failure));
    co_return !failure && keep_alive;
  }

  /// Who still sends would get a reset instead of our answer if we just closed.
  Awaitable<void> linger(Connection& connection) {
    Failure failure;
    connection.stream.socket().shutdown(tcp::socket::shutdown_send, failure);
    connection.stream.expires_after(linger_time);
    std::vector<char> sink(4096);
    for (std::size_t read = 0; !failure && read < linger_bytes;)
      read += co_await connection.stream.async_read_some(asio::buffer(sink), into(failure));
  }

  HttpOptions options_;
  Handler& handler_;
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer slot_;         ///< cancelled when a connection ends
  asio::steady_timer last_moment_;  ///< until what is being answered may take, once stopping
  std::set<Connection*> connections_;
  std::size_t open_ = 0;  ///< taken and not ended, those among them that are not in connections_ yet
  bool stopping_ = false;
  std::size_t waiting_ = 0;
  WorkerNumbers numbers_;
  asio::thread_pool pool_;
};

HttpServer::HttpServer(const HttpOptions& options, Handler& handler)
    : service_(std::make_unique<Service>(options, handler)) {}
HttpServer::~HttpServer() = default;
std::uint16_t HttpServer::port() const {
  return service_->port();
}
void HttpServer::run() {
  service_->run();
}
void HttpServer::stop() {
  service_->stop();
}
void HttpServer::stop_on_signals() {
  service_->stop_on_signals();
}

}  // namespace avow::server
