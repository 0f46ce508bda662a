#include "server/access.hpp"

#include <algorithm>
#include <initializer_list>

namespace avow::server {
namespace {

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

/// "[::1]:8080" without its port.
std::string_view without_port(std::string_view authority) {
  const std::size_t colon = authority.rfind(':');
  const std::size_t bracket = authority.rfind(']');
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  return has_port ? authority.substr(0, colon) : authority;
}

}  // namespace

Access::Access(std::vector<std::string> hosts) : hosts_(std::move(hosts)) {
  for (std::string& host : hosts_) host = in_lower_case(host);
  for (const char* host : {"localhost", "127.0.0.1", "[::1]"}) hosts_.emplace_back(host);
}

bool Access::is_ours(std::string_view authority) const {
  return std::find(hosts_.begin(), hosts_.end(), in_lower_case(without_port(authority))) != hosts_.end();
}

std::optional<int> Access::refusal(const Request& head) const {
  const std::string_view host = head.header("host");
  if (host.empty()) return 400;
  if (!is_ours(host)) return 421;
  const std::string_view origin = head.header("origin");
  const std::size_t scheme = origin.find("://");
  if (!origin.empty() && (scheme == std::string_view::npos || !is_ours(origin.substr(scheme + 3)))) return 403;
  if (head.method != "GET" && head.method != "HEAD") return 405;
  if (!head.header("content-encoding").empty()) return 415;
  return std::nullopt;
}

}  // namespace avow::server
