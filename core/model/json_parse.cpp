#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/json.hpp"

namespace avow {
namespace {

/// Watches nlohmann's parser: too deep, or a key said twice, ends it.
class Guard {
 public:
  explicit Guard(std::string_view where) : where_(where) {}

  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    using Event = Json::parse_event_t;
    if (depth > max_json_depth) refuse(fmt::format("nests deeper than {}", max_json_depth));
    if (event == Event::object_start) keys_.emplace_back();
    if (event == Event::object_end) keys_.pop_back();
    if (event == Event::key && !keys_.back().insert(parsed.get_ref<const std::string&>()).second)
      refuse(fmt::format("says the key \"{}\" twice", parsed.get_ref<const std::string&>()));
    return true;
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw Error(ErrorCode::bad_input, fmt::format("{}: the JSON {}", where_, why));
  }
  std::string_view where_;
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

Json parse_json(std::string_view text, std::string_view where) {
  Guard guard(where);
  try {
    return Json::parse(text, std::ref(guard));
  } catch (const Json::parse_error& error) {
    throw Error(ErrorCode::bad_input, fmt::format("{}: no valid JSON at byte {}", where, error.byte));
  } catch (const Json::out_of_range&) {
    throw Error(ErrorCode::bad_input, fmt::format("{}: the JSON holds a number that is out of range", where));
  } catch (const Json::exception&) {
    throw Error(ErrorCode::bad_input, fmt::format("{}: the JSON cannot be read", where));
  }
}

}  // namespace avow
