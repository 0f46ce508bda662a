#pragma once

#include <string>

#include "publish/publication.hpp"
#include "query/changed.hpp"
#include "query/lookup.hpp"
#include "query/names.hpp"
#include "query/small_world.hpp"

namespace avow {

/// A site that publishes the small world: a promise that Ann judged as partly kept, for good.
class Publishing : public SmallWorld {
 protected:
  void SetUp() override {
    fill_promise();
    fill_outcomes();
    names = Names::of(*store, {});
    row = claim_row(*store, id_of(claim), {}).value();
  }

  /// The promise with words and titles as an attacker would have them.
  ClaimRow hostile() const {
    ClaimRow one = row;
    one.claim.quote.exact =
        "\"We\" will </script><script>alert(1)</script> & \r\n\\ \x01\x1b \xF0\x9F\x9A\x80 \xFF;,\u2028";
    one.claim.speaker.clear();
    one.claim.speaker_name = "<b>Chief</b>\r\nBEGIN:VEVENT";
    one.document_title = "A title\r\nX-INJECTED:1\x02 ]]>";
    one.document_publisher = "\"Post\" & <Sons>";
    one.document_url = "javascript:alert(1)";
    one.assessment->reason = "Because </script>\nof \x03.";
    return one;
  }

  ChangedClaim changed(const ClaimRow& one, const char* moment = "2025-06-01T10:20:30.500000Z") const {
    return {one, Instant::parse_end(moment).value()};
  }

  Names names;
  ClaimRow row;
  Publication site{"https://promises.example", "Promise Watch", "CC-BY-4.0",
                   "https://creativecommons.org/licenses/by/4.0/"};
};

}  // namespace avow
