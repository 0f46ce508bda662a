#pragma once

#include "base/date.hpp"
#include "model/record.hpp"
#include "store/filters.hpp"

namespace avow {

class Store;

/// Whether something published then was public at the clocks; what nobody dated always was, as in the store's views.
bool was_published(const Date& published, const Clocks& clocks);

/// Error (not_found) that says why, unless the record, published then, was both recorded and public at the clocks. A
/// retracted record is known: what was said of it can be told.
void require_known(Store& store, RecordKind kind, const Id& id, const Date& published, const Clocks& clocks);

}  // namespace avow
