#include "query/document_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "query/known.hpp"
#include "store/store.hpp"

namespace avow {

DocumentView document_view(Store& store, const Id& document, const Clocks& clocks) {
  auto known = store.document(document);
  if (!known) throw Error(ErrorCode::not_found, fmt::format("there is no document {}", document.hex()));
  DocumentView view;
  view.id = document;
  view.document = *std::move(known);
  require_known(store, RecordKind::document, document, view.document.published, clocks);
  ClaimFilter filter;
  filter.clocks = clocks;
  filter.document = document.hex();
  store.claims(filter, [&](const ClaimRow& row) {
    view.claims.push_back(row);
    return true;
  });
  std::sort(view.claims.begin(), view.claims.end(), [](const ClaimRow& a, const ClaimRow& b) {
    return std::pair(a.claim.span, a.id) < std::pair(b.claim.span, b.id);
  });
  view.analyses = store.analyses_of(document, clocks);
  view.retractions = store.retractions_of(document, clocks);
  return view;
}

}  // namespace avow
