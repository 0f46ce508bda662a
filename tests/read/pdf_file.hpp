#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace avow::test {

/// Words at a place of a page, in points from its lower left corner.
struct Print {
  double x, y;
  std::string words;
  double size = 12;
};

/// A PDF of these pages (612 by 792 points, in Helvetica), written by hand.
inline std::string pdf_of(const std::vector<std::vector<Print>>& pages, const std::string& info = "") {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", ""};
  std::string kids;
  objects.push_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  objects.push_back("<< " + info + " >>");
  for (const auto& page : pages) {
    std::string content;
    for (const auto& print : page)
      content += fmt::format("BT /F1 {} Tf {} {} Td ({}) Tj ET\n", print.size, print.x, print.y, print.words);
    kids += fmt::format("{} 0 R ", objects.size() + 1);
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R >> >> >>",
                    objects.size() + 2));
    objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  std::string file = "%PDF-1.4\n";
  std::string places = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return file + fmt::format("xref\n0 {}\n{}trailer\n<< /Size {} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{}\n%%EOF\n",
                            objects.size() + 1, places, objects.size() + 1, file.size());
}

}  // namespace avow::test
