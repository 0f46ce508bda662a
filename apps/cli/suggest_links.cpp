#include "cli/suggest_links.hpp"

#include "cli/interrupt.hpp"
#include "cli/session.hpp"
#include "query/commitment_keys.hpp"

namespace avow::cli {

LinkTotals suggest_links(Session& session) {
  Store& store = session.store(Session::Access::write);
  const CommitmentKeys keys(session.names());
  const LinkRules rules{[&](const PromiseRow& promise) { return keys.side_of(promise); },
                        [&](const std::string& part, const std::string& whole) { return keys.is_part(part, whole); }};
  return link_promises(store, rules, session.clocks(), session.settings().actor, [] { return interrupted(); });
}

}  // namespace avow::cli
