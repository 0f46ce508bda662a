#pragma once

#include "engine/linking.hpp"

namespace avow::cli {

class Session;

/// Lets the machine suggest links between promises whose words are alike, by the vocabulary at the session's clocks.
/// Error: interrupted.
LinkTotals suggest_links(Session& session);

}  // namespace avow::cli
