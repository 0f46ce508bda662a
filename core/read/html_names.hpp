#pragma once

#include <string_view>

namespace avow {

/// What the value of a "class" or "id" says of an element: those who write pages call things by much the same names.

/// Whether it names what stands beside an article: "related", "share", "cookie". Embedded posts of others are not
/// beside, whatever else the name says.
bool names_beside(std::string_view names);

/// Whether it names the body of an article: "entry-content", "article-body".
bool names_article(std::string_view names);

}  // namespace avow
