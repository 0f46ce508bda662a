#include "query/known.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/store.hpp"

namespace avow {

bool was_published(const Date& published, const Clocks& clocks) {
  return !clocks.today || !published.known() || published.earliest() <= *clocks.today;
}

void require_known(Store& store, RecordKind kind, const Id& id, const Date& published, const Clocks& clocks) {
  if (!store.knows(id, clocks))
    throw Error(ErrorCode::not_found,
                fmt::format("{} {} was not recorded yet at the time asked for", record_kinds.name(kind), id.hex()),
                "give a later --as-of, or none");
  if (!was_published(published, clocks))
    throw Error(ErrorCode::not_found,
                fmt::format("{} {} was published {}, after {}", record_kinds.name(kind), id.hex(), published.text(),
                            to_string(*clocks.today)),
                "give a later --today, or none");
}

}  // namespace avow
