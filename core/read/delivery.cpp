#include "read/delivery.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "read/document_fields.hpp"
#include "read/plain_text.hpp"

namespace avow {

void Delivery::document(Document document, std::string_view raw, std::string_view part) const {
  if (document.url.empty()) document.url = fmt::format("file:{}{}{}", base_name(name), part.empty() ? "" : "#", part);
  apply(given, document);
  document.raw = sha256(raw);
  sink.document({std::move(document), std::string(raw)});
}

}  // namespace avow
