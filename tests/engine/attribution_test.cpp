#include "engine/attribution.hpp"

#include <gtest/gtest.h>

#include "engine/resolution.hpp"
#include "text/annotate.hpp"

namespace avow {
namespace {

/// Two countries with heads of government, one of which changes, a party and an alliance.
Vocabulary offices() {
  const auto held = [](const char* group, const char* role, int from, int until) {
    return Membership{group, role, Date::year(from), until == 0 ? Date{} : Date::year(until)};
  };
  Vocabulary vocabulary;
  vocabulary.entities = {
      {"pact", EntityKind::group, "Harbour Pact", "", {}, {}},
      {"XAA", EntityKind::country, "Arvania", "", {}, {}},
      {"XBB", EntityKind::country, "Belmark", "", {}, {}},
      {"reef-party", EntityKind::party, "Reef Party", "", {}, {}},
      {"jana-muster", EntityKind::person, "Jana Muster", "", {}, {held("XAA", "prime minister", 2010, 2015)}},
      {"olav-beispiel", EntityKind::person, "Olav Beispiel", "", {}, {held("XAA", "prime minister", 2016, 0)}},
      {"mira-probe", EntityKind::person, "Mira Probe", "", {}, {held("XBB", "prime minister", 2005, 0)}},
      {"kim-exempel", EntityKind::person, "Kim Exempel", "", {}, {held("XAA", "chancellor of the purse", 2005, 0)}},
      {"tove-aksel", EntityKind::person, "Tove Aksel", "", {}, {held("reef-party", "member", 2000, 0)}},
  };
  return vocabulary;
}

class Attributions : public testing::Test {
 protected:
  Attributions() : lexicon(offices()) {}

  std::string entity(const std::string& name, const std::string& text = "Arvania met Belmark. Arvania won.",
                     int year = 2020) const {
    Document document;
    document.text = text;
    document.published = Date::year(year);
    const Annotations annotations = annotate(document.text, document.published, lexicon.gazetteer());
    return Attributor(document, annotations, lexicon).entity_of(name);
  }

  /// Whose the words `said` of the text are.
  Attribution speaker(const std::string& text, const std::string& said) const {
    Document document;
    document.text = text;
    document.published = Date::year(2020);
    document.author = "Ada Writer";
    const Annotations annotations = annotate(document.text, document.published, lexicon.gazetteer());
    const auto begin = static_cast<std::uint32_t>(text.find(said));
    return Attributor(document, annotations, lexicon).of({begin, begin + static_cast<std::uint32_t>(said.size())});
  }

  std::string subject(const std::string& said, const Attribution& attribution) const {
    Document document;
    document.text = "Nothing is said of anybody.";
    document.published = Date::year(2020);
    const Annotations annotations = annotate(document.text, document.published, lexicon.gazetteer());
    Candidate candidate;
    candidate.kind = Kind::pledge;
    Target& target = candidate.target;
    target.subject_text = said;
    Resolver(lexicon, document, annotations).resolve(candidate, attribution);
    return target.subject;
  }

  Lexicon lexicon;
};

TEST_F(Attributions, ATitleIsWhoHeldTheOfficeOnTheDay) {
  EXPECT_EQ(entity("the Prime Minister of Arvania", "", 2012), "jana-muster");
  EXPECT_EQ(entity("Arvania's prime minister", "", 2020), "olav-beispiel");
  EXPECT_EQ(entity("the Chancellor of the Purse"), "kim-exempel");
  EXPECT_EQ(entity("The Chancellor"), "kim-exempel");
}

TEST_F(Attributions, ATitleWithoutACountryIsOfTheOneThatTheTextSpeaksOfMost) {
  EXPECT_EQ(entity("the prime minister"), "olav-beispiel");
  EXPECT_EQ(entity("the prime minister", "Belmark, Belmark and Arvania."), "mira-probe");
  EXPECT_EQ(entity("the prime minister", "No country is named."), "");
}

TEST_F(Attributions, NobodyHoldsAnOfficeThatWasNotFilled) {
  EXPECT_EQ(entity("the prime minister of Arvania", "", 1990), "");
}

TEST_F(Attributions, ASpokesmanIsWhomHeSpeaksFor) {
  EXPECT_EQ(entity("a spokesman for the Harbour Pact"), "pact");
  EXPECT_EQ(entity("a Reef Party spokeswoman"), "reef-party");
  EXPECT_EQ(entity("the prime minister's official spokesman"), "olav-beispiel");
  EXPECT_EQ(entity("a spokesman for the bakery"), "");
}

TEST_F(Attributions, TheWritersVoiceIsApartFromTheSpeakers) {
  const std::string text = "The harbour is old. \"We will mend it,\" said Olav Beispiel. It rained.";
  const Attribution quoted = speaker(text, "We will mend it");
  EXPECT_EQ(quoted.voice, Voice::quotation);
  EXPECT_EQ(quoted.entity, "olav-beispiel");
  const Attribution own = speaker(text, "The harbour is old.");
  EXPECT_EQ(own.voice, Voice::author);
  EXPECT_EQ(own.name, "Ada Writer");
  EXPECT_EQ(own.entity, "");
}

TEST_F(Attributions, AShortNameIsTheFullOneBefore) {
  const std::string text = "Olav Beispiel came to the harbour. \"We will mend it,\" Beispiel said.";
  EXPECT_EQ(speaker(text, "We will mend it").entity, "olav-beispiel");
}

TEST_F(Attributions, AnOwnGovernmentIsTheSpeakersByOffice) {
  const Attribution minister{Voice::turn, "Olav Beispiel", "olav-beispiel", false};
  EXPECT_EQ(subject("we", minister), "XAA");
  EXPECT_EQ(subject("my department", minister), "XAA");
  EXPECT_EQ(subject("This government", minister), "XAA");
  EXPECT_EQ(subject("my neighbour", minister), "");
}

TEST_F(Attributions, WhoHoldsNoOfficeSpeaksForTheParty) {
  EXPECT_EQ(subject("we", {Voice::turn, "Tove Aksel", "tove-aksel", false}), "reef-party");
  EXPECT_EQ(subject("the next Reef Party government", {Voice::author, "", "", false}), "reef-party");
}

TEST_F(Attributions, InReportedSpeechAPronounIsWhoSpeaks) {
  EXPECT_EQ(subject("she", {Voice::reported, "Mira Probe", "mira-probe", false}), "XBB");
  EXPECT_EQ(subject("her government", {Voice::reported, "Mira Probe", "mira-probe", false}), "XBB");
  EXPECT_EQ(subject("she", {Voice::turn, "Mira Probe", "mira-probe", false}), "");
}

}  // namespace
}  // namespace avow
