#include "store/sqlite/visibility.hpp"

#include <algorithm>
#include <cctype>

namespace avow::sqlite {

std::string live(std::string_view key) {
  return "NOT EXISTS (SELECT 1 FROM retraction AS t WHERE t.record = " + std::string(key) +
         " AND t.key <= :last AND NOT EXISTS "
         "(SELECT 1 FROM retraction AS u WHERE u.record = t.key AND u.key <= :last))";
}

std::string standing_reading(std::string_view claim) {
  return "(SELECT x.key FROM reading AS x JOIN maker AS m ON m.key = x.maker WHERE x.claim = " + std::string(claim) +
         " AND x.key <= :last AND " + live("x.key") +
         " ORDER BY m.person <> '' DESC, CASE WHEN m.person <> '' THEN 0 ELSE coalesce("
         "(SELECT z.rank FROM analyzer AS z WHERE z.plugin = m.plugin AND z.key <= :last ORDER BY z.at DESC, z.key "
         "DESC "
         "LIMIT 1), 0) END DESC, m.at DESC, m.revision DESC, x.key DESC LIMIT 1)";
}

std::string standing_verdict(std::string_view claim) {
  return "(SELECT y.key FROM reading AS x JOIN assessment AS y ON y.reading = x.key JOIN maker AS m ON m.key = y.maker "
         "WHERE x.claim = " +
         std::string(claim) + " AND y.key <= :last AND y.today <= :today AND " + live("x.key") + " AND " +
         live("y.key") + " ORDER BY m.person <> '' DESC, y.today DESC, m.at DESC, m.revision DESC, y.key DESC LIMIT 1)";
}

std::string copies_of(std::string_view claim) {
  return "link AS l JOIN claim AS o ON o.key = l.to_claim JOIN document AS od ON od.key = o.document WHERE "
         "l.from_claim = " +
         std::string(claim) + " AND l.kind = 'copies' AND l.key <= :last AND " + live("l.key") + " AND " +
         live("o.key") + " AND " + live("o.document");
}

std::string is_copy(std::string_view claim) {
  return "EXISTS (SELECT 1 FROM " + copies_of(claim) + " AND coalesce(od.published_earliest, '') <= :today)";
}

std::string is_disputed(std::string_view claim) {
  return "EXISTS (SELECT 1 FROM dispute AS i WHERE i.claim = " + std::string(claim) + " AND i.key <= :last AND " +
         live("i.key") + " AND NOT EXISTS (SELECT 1 FROM answer AS n WHERE n.dispute = i.key AND n.key <= :last AND " +
         live("n.key") + "))";
}

std::string words_query(std::string_view words) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0'; };
  const auto counts = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
  };
  std::string query;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::find_if(words.begin() + at, words.end(), is_blank) - words.begin();
    const std::string_view word = words.substr(at, end - at);
    at = end + 1;
    if (std::none_of(word.begin(), word.end(), counts)) continue;
    if (!query.empty()) query += ' ';
    query += '"';
    for (const char c : word) query.append(c == '"' ? 2 : 1, c);
    query += '"';
  }
  return query;
}

}  // namespace avow::sqlite
