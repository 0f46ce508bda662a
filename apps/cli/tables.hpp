#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "model/json.hpp"

namespace avow::cli {

class Session;

/// For people, ids are cut to a prefix that commands take; every other format has them whole.
void shorten_ids(Session& session, Json& row, std::initializer_list<const char*> keys = {"id"});

/// An object as lines of "field  value", nested ones on their own lines below; empty and null values left out. Text of
/// documents is made safe for a terminal.
std::string record_text(const Json& record);

/// Prints the rows that `each` hands on, one by one, in the format asked for; the columns are those of a table. Stops
/// when the user interrupts. nothing_matched when there was no row.
ExitCode list_rows(Session& session, std::vector<std::string> columns,
                   const std::function<void(const std::function<void(const Json&)>& add)>& each);

/// Prints one record: as record_text() in a table, else as the one row.
ExitCode show_record(Session& session, const Json& record);

}  // namespace avow::cli
