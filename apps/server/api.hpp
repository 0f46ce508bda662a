#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/instant.hpp"
#include "publish/publication.hpp"
#include "server/access.hpp"
#include "server/http_server.hpp"

namespace avow::server {

struct ApiOptions {
  std::filesystem::path database;
  std::size_t workers = 2;         ///< as HttpOptions::workers
  std::vector<std::string> hosts;  ///< as Access
  Publication publication;         ///< for what names its own address
  Clock clock = system_now;        ///< what day it is, unless a question says otherwise
};

/// The store over HTTP, for reading: each of routes() under its path with ".json", lists with ".csv" too, a claim as
/// ".jsonld", what falls due as "/due.ics", the claims of a question as "/feed/claims.atom", and what this file describes
/// as "/openapi.json". Errors are problems by RFC 9457. Each worker reads through a connection of its own, so nobody
/// waits for another, nor for who writes.
class Api final : public Handler {
 public:
  /// Opens the store once a worker. Error: as open_store().
  explicit Api(ApiOptions options);
  ~Api() override;

  Admission admit(const Request& head) override;
  Response answer(const Request& request, std::size_t worker) override;
  Response refusal(int status) override;

 private:
  struct Desk;
  Response answer_or_throw(const Request& request, Desk& desk);

  ApiOptions options_;
  Access access_;
  std::vector<std::unique_ptr<Desk>> desks_;  ///< by worker
};

}  // namespace avow::server
