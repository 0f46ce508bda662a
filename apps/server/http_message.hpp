#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace avow::server {

/// Name and value pairs of an address's query or of a form, in the order given, percent-decoded.
class Parameters {
 public:
  Parameters() = default;
  /// From "a=1&b=two+words" (https://url.spec.whatwg.org/#urlencoded-parsing). Error (usage) for what is no valid UTF-8
  /// once decoded, holds a NUL, or has more than 100 pairs.
  static Parameters parse(std::string_view encoded);

  /// The first of that name; empty when there is none.
  std::string value(std::string_view name) const;
  std::vector<std::string> values(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& all() const { return pairs_; }
  void set(const std::string& name, const std::string& value);
  void remove(std::string_view name);
  /// Back into the form that parse() reads; empty when there are none.
  std::string encoded() const;

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

/// A text as it may stand in a path or a query: all but letters, digits and -._~ as %XX (RFC 3986, 2.3).
std::string percent_encoded(std::string_view text);
/// The inverse; "+" stays. Error (usage) for a broken escape, what is no valid UTF-8, or a NUL.
std::string percent_decoded(std::string_view text);

/// What a client asked, read in whole and within the limits of the server.
struct Request {
  std::string method;  ///< GET, HEAD, POST
  std::string path;    ///< percent-decoded, begins with "/", no "." or ".." segments
  Parameters query;
  std::map<std::string, std::string> headers;  ///< names in lower case; of one that came twice the values with ", "
  std::string body;

  /// Empty when there is none.
  std::string_view header(std::string_view lower_case_name) const;
};

/// Splits the target of a request line into path and query. Error (usage) for a form that is none of ours, a path with
/// "." or ".." segments, or a broken escape.
void set_target(Request& request, std::string_view target);

struct Response {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace avow::server
