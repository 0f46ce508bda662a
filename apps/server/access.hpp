#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/http_message.hpp"

namespace avow::server {

/// Who may ask, by what the request itself says. Guards against pages of other sites that make a visitor's browser ask
/// for them (DNS rebinding), and against methods that nothing here answers to.
class Access {
 public:
  /// `hosts`: names that the server is reached by beside localhost, 127.0.0.1 and [::1], without ports.
  explicit Access(std::vector<std::string> hosts);

  /// The status to refuse with, nothing when the request may pass: 400 without a Host, 421 (RFC 9110, 15.5.20) for one
  /// that is not ours, 403 for an Origin that is not ours, 405 for a method other than GET and HEAD, 415 for a body
  /// that is compressed, which is never unpacked here.
  std::optional<int> refusal(const Request& head) const;

 private:
  bool is_ours(std::string_view authority) const;
  std::vector<std::string> hosts_;
};

}  // namespace avow::server
