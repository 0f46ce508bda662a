#include "text/topics.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/error.hpp"
#include "support/paths.hpp"
#include "support/temp_folder.hpp"

namespace avow::text {
namespace {

const Topics& own() {
  static const Topics topics(source_folder() / "schema/vocabulary/topics");
  return topics;
}

std::string_view topic_of(std::string_view claim, std::string_view language = "en") {
  return own().of({language, "", claim, "", ""});
}

struct Labelled {
  std::string_view topic;
  std::string_view claim;
};

/// Invented sentences, three a topic, written before the phrases were looked at again.
constexpr Labelled english[] = {
    {"macroeconomics", "We will cut income tax for everyone who earns less than 40,000 a year."},
    {"macroeconomics", "Inflation fell to 2.1 percent in the spring."},
    {"macroeconomics", "The budget will be balanced by 2029."},
    {"civil-rights",
     "Nobody shall be refused a room because of the colour of their skin: racial discrimination ends here."},
    {"civil-rights", "We will protect the right to vote of every citizen."},
    {"civil-rights", "Women will earn the same as men under our equal pay law."},
    {"health", "We will hire 5,000 more nurses for our hospitals."},
    {"health", "Nobody will wait longer than six weeks to see a doctor."},
    {"health", "Last year 92 percent of children were vaccinated."},
    {"agriculture", "We will pay farmers to leave strips along their fields unploughed."},
    {"agriculture", "The wheat harvest shrank by a tenth."},
    {"agriculture", "Our fishing fleets will keep their quotas."},
    {"labour", "The minimum wage will rise to 15 dollars an hour."},
    {"labour", "Unemployment is at its lowest since 1974."},
    {"labour", "We created half a million jobs in three years."},
    {"education", "Every classroom will have a trained teacher and no more than 25 pupils."},
    {"education", "We will abolish tuition fees."},
    {"education", "Four in ten school leavers went on to university in 2022."},
    {"environment", "Our emissions will fall by half by 2035."},
    {"environment", "We will plant ten million trees and keep sewage out of our rivers."},
    {"environment", "The lake has lost a third of its wildlife to pollution."},
    {"energy", "By 2030 all our electricity will come from wind and sun."},
    {"energy", "We will build two new nuclear power stations."},
    {"energy", "Household energy bills will come down by 300 pounds."},
    {"immigration", "We will hire a thousand more officers to guard the southern border."},
    {"immigration", "Net migration reached 600,000 last year."},
    {"immigration", "Refugees will be allowed to work while their asylum claims are heard."},
    {"transport", "The high-speed rail line will open in 2031."},
    {"transport", "We will fix a million potholes on our roads."},
    {"transport", "Bus fares will be capped at two pounds."},
    {"crime", "We will put 3,000 more police officers on the beat."},
    {"crime", "Murder is down by a fifth in our cities."},
    {"crime", "Anybody caught with a knife will face a prison sentence."},
    {"welfare", "The state pension will rise every year by at least 2.5 percent."},
    {"welfare", "One child in five lives in poverty."},
    {"welfare", "We will double the allowance for carers of disabled people."},
    {"housing", "We will build 300,000 affordable homes a year."},
    {"housing", "Rents in the capital went up by 9 percent."},
    {"housing", "No landlord will be able to evict a tenant without a reason."},
    {"commerce", "We will cut red tape for small businesses."},
    {"commerce", "Bankers who gamble with their customers' savings will lose their bonuses."},
    {"commerce", "Two thirds of the shops in the high street have closed."},
    {"defence", "Allies will spend at least 2 percent of their gross domestic product on defence."},
    {"defence", "We will not send troops into another country's war."},
    {"defence", "The navy has 19 warships, fewer than ever."},
    {"technology", "Every village will have high-speed internet by 2027."},
    {"technology", "We will double public spending on research and innovation."},
    {"technology", "Artificial intelligence will be labelled wherever it is used."},
    {"trade", "We will sign free trade agreements with five more countries."},
    {"trade", "Exports to the east have fallen by a quarter since the tariffs."},
    {"trade", "We will leave the customs union."},
    {"international", "We will give 0.7 percent of our national income in development aid."},
    {"international", "Both sides have signed the treaty, and the ceasefire holds."},
    {"international", "Our embassy in the city will be opened again."},
    {"government", "We will reduce the number of civil servants by a tenth."},
    {"government", "The voting age will be lowered to 16 for all elections."},
    {"government", "Lobbyists will have to register before they meet ministers."},
    {"public-lands", "Two new national parks will be created in the north."},
    {"public-lands", "The dam will be raised by three metres to fill the reservoir."},
    {"public-lands", "Mining rights on public land will no longer be sold."},
    {"culture", "Entry to all museums will be free."},
    {"culture", "We will save our theatres and orchestras."},
    {"culture", "A third of the libraries have closed since 2010."},
};

constexpr Labelled german[] = {
    {"macroeconomics", "Wir werden die Mehrwertsteuer auf 16 Prozent senken."},
    {"health", "Wir werden 500 Pflegekräfte für unsere Krankenhäuser einstellen."},
    {"labour", "Die Arbeitslosenquote lag 2023 bei 5,7 Prozent."},
    {"education", "Jede Schule bekommt bis 2027 zwei weitere Lehrkräfte."},
    {"environment", "Wir wollen die Treibhausgasemissionen bis 2035 halbieren."},
    {"energy", "Bis 2030 kommt unser Strom zu 80 Prozent aus Windkraft und Sonne."},
    {"transport", "Die Bahnstrecke wird 2031 eröffnet."},
    {"crime", "Wir werden 2.000 Polizisten einstellen."},
    {"welfare", "Das Kindergeld steigt auf 300 Euro."},
    {"housing", "Wir versprechen, 10.000 Wohnungen zu bauen."},
    {"defence", "Wir werden die Verteidigungsausgaben auf 3,5 Prozent des BIP erhöhen."},
    {"culture", "Der Eintritt in alle Museen wird frei."},
};

template <std::size_t N>
double share_right(const Labelled (&set)[N], std::string_view language) {
  std::size_t right = 0;
  for (const Labelled& each : set) right += topic_of(each.claim, language) == each.topic;
  return static_cast<double>(right) / N;
}

TEST(Topics, OfInventedSentencesAreMostlyRight) {
  EXPECT_GE(share_right(english, "en"), 0.9);
  EXPECT_GE(share_right(german, "de"), 0.9);
}

Topics of_files(const std::map<std::string, std::string>& files) {
  const TempFolder folder;
  for (const auto& [name, content] : files) std::ofstream(folder / name, std::ios::binary) << content;
  return Topics(folder.path());
}

TEST(Topics, AreKnownByCodeNameAndTitle) {
  for (const std::string_view said : {"16", "defence", "Defence", "DEFENCE"}) {
    ASSERT_NE(own().named(said), nullptr) << said;
    EXPECT_EQ(own().named(said)->code, "16");
  }
  EXPECT_EQ(own().named("knitting"), nullptr);
  EXPECT_EQ(own().all().size(), 21U);
  EXPECT_EQ(own().all().front().code, "1");
  EXPECT_EQ(own().all().back().code, "23");
}

TEST(Topics, ComeFromTheMeasureThenTheClaimThenWhatStandsAround) {
  EXPECT_EQ(own().of({"en", "unemployment", "It will fall to 4 percent.", "", ""}), "labour");
  EXPECT_EQ(own().of({"en", "", "It will open in May.", "The railway is late.", "Hospitals"}), "transport");
  EXPECT_EQ(own().of({"en", "", "It will open in May.", "", "Hospitals"}), "health");
  EXPECT_EQ(own().of({"en", "", "It will open in May.", "", ""}), "");
}

TEST(Topics, OfALanguageWithoutAFileComeFromTheMeasureAlone) {
  EXPECT_EQ(own().of({"fi", "unemployment", "army", "army", ""}), "labour");
  EXPECT_EQ(own().of({"fi", "", "army", "army", ""}), "");
}

TEST(Topics, PhrasesMatchInAnyCaseOnWordsAndAcrossHyphens) {
  const Topics topics = of_files({{"en.txt", "[1 sea] Sea\nlow tide, *boat, über*\n[2 land] Land\ntide table, low\n"}});
  const auto of = [&](std::string_view claim) { return topics.of({"en", "", claim, "", ""}); };
  EXPECT_EQ(of("LOW-TIDE comes"), "sea");  // "low" lies within it
  EXPECT_EQ(of("the steamboat"), "sea");
  EXPECT_EQ(of("the boats"), "");
  EXPECT_EQ(of("ÜBERFAHRT"), "sea");
  EXPECT_EQ(of("it is low. Tide comes"), "land");
  EXPECT_EQ(of("slow"), "");
}

TEST(Topics, OfSeveralFilesAreOne) {
  const Topics topics =
      of_files({{"de.txt", "[10 sea]\nmeer\n"}, {"en.txt", "[9 land] Land\nsoil\n[10 sea] Sea\n3 = sea\n"}});
  ASSERT_EQ(topics.all().size(), 2U);
  EXPECT_EQ(topics.all()[0].name, "land");
  EXPECT_EQ(topics.all()[1].title, "Sea");
  EXPECT_EQ(topics.of({"de", "", "das Meer", "", ""}), "sea");
  EXPECT_EQ(topics.of({"en", "", "soil and sea", "", ""}), "sea");
}

TEST(Topics, AFilesFaultIsNamedWithItsLine) {
  const auto message = [](const std::string& content) -> std::string {
    try {
      of_files({{"en.txt", content}});
    } catch (const Error& error) {
      const std::string what = error.what();
      return what.substr(what.find("en.txt"));
    }
    return "";
  };
  EXPECT_EQ(message("army\n"), "en.txt:1: phrases stand before the first [code name]");
  EXPECT_EQ(message("[16]\n"), "en.txt:1: a topic has a code and a name, parted by a blank");
  EXPECT_EQ(message("[1 a] A\nx\n[2 b] B\nx\n"), "en.txt:4: 'x' was given before");
  EXPECT_EQ(message("[1 a] A\nlots = x\n"), "en.txt:2: 'lots' is no weight above 0 and up to 100");
  EXPECT_EQ(message("[1 a] A\n[2 a] A\n"), "en.txt:2: 'a' has the code 1 elsewhere");
}

}  // namespace
}  // namespace avow::text
