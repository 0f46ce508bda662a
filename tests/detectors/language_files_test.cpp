#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "model/document.hpp"
#include "plugin/plugin.hpp"
#include "support/paths.hpp"
#include "support/temp_folder.hpp"
#include "text/annotate.hpp"
#include "text/languages.hpp"

namespace avow {
namespace {

namespace fs = std::filesystem;

/// Lumish, an invented language whose verbs frame the clause, as somebody would add it: three files.
constexpr std::string_view words = R"([settings]
decimal comma = yes
[function word]
ka ru ven sol ta mi
[means]
percent = ponto
by = tilo
[date preposition]
tilo
)";
constexpr std::string_view lexicon = R"([own pronoun]
ka
[determiner]
ru
[preposition]
tilo, mi
[by]
nul
[will]
sol
[verb fall]
sinka, sinkas, sinkat, gesinkat,
)";
constexpr std::string_view order = R"([infinitive ending]
a
)";

void write(const fs::path& file, std::string_view content) {
  std::ofstream(file, std::ios::binary) << content;
}

TEST(LanguageFiles, AloneMakeDetectorsFindClaims) {
  const TempFolder folder;
  fs::copy(build_folder() / "plugins" / "pledge", folder / "pledge", fs::copy_options::recursive);
  write(folder / "lu.txt", words);
  write(folder / "pledge/lexicon/lu.txt", lexicon);
  write(folder / "pledge/lexicon/lu.order.txt", order);
  const text::Languages languages(folder.path());

  Document document;
  document.text = "Ta ven ru mora mi. Tilo 2031 sol ka ru smoka nul 12,5 ponto sinka.";
  const Annotations annotations =
      annotate(document.text, document.published, Gazetteer(), languages.of(document.language, document.text));
  EXPECT_EQ(annotations.language, "lu");
  const auto claims = load_plugin(folder / "pledge")->detect({Id{}, document, annotations});
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].kind, Kind::pledge);
  EXPECT_EQ(claims[0].span.of(document.text), "Tilo 2031 sol ka ru smoka nul 12,5 ponto sinka.");
  EXPECT_EQ(claims[0].target.relation, Relation::fall_by);
  EXPECT_DOUBLE_EQ(claims[0].target.value->value, 12.5);
  EXPECT_EQ(claims[0].target.unit, "percent");
  EXPECT_EQ(claims[0].target.due.text(), "2031");
}

TEST(LanguageFiles, AFaultyOneKeepsThePluginFromLoading) {
  const TempFolder folder;
  fs::copy(build_folder() / "plugins" / "pledge", folder / "pledge", fs::copy_options::recursive);
  write(folder / "pledge/lexicon/lu.order.txt", "[order]\n");
  EXPECT_ANY_THROW(load_plugin(folder / "pledge"));
}

}  // namespace
}  // namespace avow
