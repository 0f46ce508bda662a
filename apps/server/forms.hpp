#pragma once

#include <string>
#include <vector>

#include "server/answers.hpp"

namespace avow::server {

/// What is given out in a form of somebody else's instead of as our data: linked data, calendars, feeds.
struct Form {
  const char* path;  ///< "/claim/{id}.jsonld"
  std::vector<const char*> parameters;
  const char* type;
  std::string (*write)(const Question&);
};
const std::vector<Form>& forms();

/// The rows of an answer as CSV (publish/rows.hpp). Without rows: nothing, as nobody can tell the columns.
std::string csv_of(const Answer& answer);

}  // namespace avow::server
