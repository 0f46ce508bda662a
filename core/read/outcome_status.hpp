#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/observation.hpp"

namespace avow {

/// What publishers say of how sure a figure is.
struct PublishedStatus {
  Status status = Status::actual;
  std::string note;  ///< what else the code says: "OBS_STATUS B: break in the series"; empty when nothing
};

/// "actual", "estimate", "forecast"; or codes of SDMX's list CL_OBS_STATUS 2.2 and of Eurostat's flags, alone or
/// several together ("bp", "E; B", "E: Estimated value"): E estimated, I imputed, P provisional (and Eurostat's "s")
/// are estimates, F is a forecast, the others leave the figure actual and are told in the note. nullopt for other
/// words.
std::optional<PublishedStatus> parse_status(std::string_view text);

}  // namespace avow
