#pragma once

#include <string>

#include "base/digest.hpp"

namespace avow {

/// An id by content as a UUID of version 8 (RFC 9562, 5.8: bits of one's own meaning), for formats that want one:
/// "3f2a9134-0c1d-8e2f-9a3b-4c5d6e7f8091". Its 16 bytes are the id's, but for the six bits that say version and
/// variant. The same on every site that publishes the same thing, and it stays when a site moves.
std::string content_uuid(const Id& id);

}  // namespace avow
