#pragma once

#include <string>

namespace avow::bench {

/// Plain SQL for what a ClaimRow holds, of the claims whose keys a query gives, in its order: the claim, its document's
/// title and address, its reading and the newest verdict on it, with their makers, evidence and ids.
inline std::string claim_rows(const std::string& keys) {
  return "SELECT rc.id, c.span_begin, c.span_end, c.quote_before, c.quote, c.quote_after, c.voice, c.speaker_name, "
         "c.speaker, c.said, rd.id, d.title, d.url, d.publisher, rr.id, r.*, m.*, ra.id, a.*, n.*, e.kind, "
         "e.reference, "
         "e.note FROM (" +
         keys +
         ") AS k CROSS JOIN claim AS c ON c.key = k.key CROSS JOIN record AS rc ON rc.key = c.key CROSS JOIN document "
         "AS d ON d.key = c.document CROSS JOIN record AS rd ON rd.key = d.key CROSS JOIN reading AS r ON r.claim = "
         "c.key CROSS JOIN record AS rr ON rr.key = r.key CROSS JOIN maker AS m ON m.key = r.maker LEFT JOIN "
         "assessment "
         "AS a ON a.key = (SELECT y.key FROM assessment AS y WHERE y.reading = r.key ORDER BY y.today DESC, y.key DESC "
         "LIMIT 1) LEFT JOIN record AS ra ON ra.key = a.key LEFT JOIN maker AS n ON n.key = a.maker LEFT JOIN "
         "assessment_evidence AS e ON e.assessment = a.key";
}

}  // namespace avow::bench
