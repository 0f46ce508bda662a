#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/json.hpp"
#include "query/names.hpp"
#include "server/http_message.hpp"
#include "store/filters.hpp"

namespace avow {
class Store;
struct Publication;
}  // namespace avow

namespace avow::server {

/// What an address was asked with, once its clocks are read.
struct Question {
  const Request& request;
  std::string argument;  ///< what stands for {id} in the route's path
  Store& store;
  const Names& names;
  Clocks clocks;  ///< today is always set
  const Publication& publication;

  Day today() const { return *clocks.today; }
  std::string parameter(std::string_view name) const { return request.query.value(name); }
};

/// What there is at an address. A list has its rows one by one, so that they can be had as CSV too.
struct Answer {
  Json data;
  std::string rows;      ///< the field of data that is a list of objects; empty: there is none
  std::string next_url;  ///< of the next page of that list; empty: this is the last
};

/// One address of the API: what it is called, what it takes, and who answers. Described to clients by
/// schema/openapi.json, which names the same routes and parameters.
struct Route {
  const char* path;  ///< "/claims", "/claim/{id}"
  std::vector<const char*> parameters;
  std::function<Answer(const Question&)> answer;
};

/// All routes whose answers are data, in the order of the description.
const std::vector<Route>& routes();

/// A claims question from the parameters of an address.
ClaimFilter claim_filter_of(const Question& question);
/// The names of those parameters, with more before them.
std::vector<const char*> claim_parameters(std::vector<const char*> more);

}  // namespace avow::server
