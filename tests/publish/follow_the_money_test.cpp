#include "publish/follow_the_money.hpp"

#include <algorithm>
#include <sstream>

#include "publishing.hpp"

namespace avow {
namespace {

class FollowTheMoneyTest : public Publishing {
 protected:
  FollowTheMoneyTest() : ftm(names, site, [this](std::string_view line) { written += line; }) {}

  std::vector<Json> entities() const {
    std::vector<Json> all;
    std::istringstream lines(written);
    for (std::string line; std::getline(lines, line);) all.push_back(Json::parse(line));
    return all;
  }
  Json of(const char* schema) const {
    for (const Json& one : entities())
      if (one["schema"] == schema) return one["properties"];
    return nullptr;
  }

  std::string written;
  FollowTheMoney ftm;
};

TEST_F(FollowTheMoneyTest, AClaimIsANoteByItsSpeakerInItsDocument) {
  ftm.add(row);
  const Json note = of("Note");
  EXPECT_EQ(note["name"], Json::array({"Pledge by Harbour Pact, 2020-03-01"}));
  EXPECT_EQ(note["description"], Json::array({claim.quote.exact}));
  EXPECT_EQ(note["entity"], Json::array({"avow-entity-pact"}));
  EXPECT_EQ(note["proof"], Json::array({"avow-document-" + id_of(document).hex()}));
  EXPECT_EQ(note["notes"], Json::array({"verdict: partly_kept. One of two members is there."}));
  EXPECT_EQ(note["sourceUrl"], Json::array({claim_url(site, row.id)}));
  const Json said = of("Documentation");
  EXPECT_EQ(said["document"], note["proof"]);
  EXPECT_EQ(said["entity"], note["entity"]);
  EXPECT_EQ(said["role"], Json::array({"speaker"}));
  EXPECT_EQ(said["date"], Json::array({"2020-03-01"}));
  EXPECT_EQ(of("Organization")["name"], Json::array({"Harbour Pact"}));
}

TEST_F(FollowTheMoneyTest, WhatIsReferredToComesFirstAndOnce) {
  ftm.add(id_of(document), document);
  ftm.add(row);
  ftm.add(row);
  std::vector<std::string> ids;
  for (const Json& one : entities()) {
    const std::string id = one["id"];
    EXPECT_EQ(std::count(ids.begin(), ids.end(), id), 0) << id;
    for (const char* property : {"entity", "proof", "document"})
      for (const Json& other : one["properties"].value(property, Json::array()))
        EXPECT_EQ(std::count(ids.begin(), ids.end(), other.get<std::string>()), 1) << other;
    ids.push_back(id);
  }
  EXPECT_EQ(ids.size(), 4u);
  EXPECT_EQ(of("Document")["publishedAt"], Json::array({"2020-03-01"}));
  EXPECT_EQ(of("Document")["language"], Json::array({"eng"}));
}

TEST_F(FollowTheMoneyTest, EntitiesAreOfTheSchemaOfTheirKind) {
  names = Names({{"ada", EntityKind::person, "Ada Quay", "Q42", {"A. Quay"}, {}},
                 {"XAA", EntityKind::country, "Arvania", "", {}, {}},
                 {"crown", EntityKind::government, "The Crown", "", {}, {}},
                 {"blue", EntityKind::party, "Blue Party", "", {}, {}}},
                {});
  for (const char* code : {"ada", "XAA", "crown", "blue"}) {
    row.claim.speaker = code;
    row.id.bytes[0]++;
    ftm.add(row);
  }
  EXPECT_EQ(of("Person"), Json::parse(R"({"name": ["Ada Quay"], "wikidataId": ["Q42"], "alias": ["A. Quay"]})"));
  EXPECT_EQ(of("Territory"), Json::parse(R"({"name": ["Arvania"], "level": ["country"]})"));
  EXPECT_EQ(of("PublicBody")["name"], Json::array({"The Crown"}));
  EXPECT_EQ(of("Organization")["name"], Json::array({"Blue Party"}));
}

TEST_F(FollowTheMoneyTest, AVerdictThatIsNotFinalIsNotTold) {
  row.assessment->proposed = true;
  ftm.add(row);
  EXPECT_FALSE(of("Note").contains("notes"));
}

TEST_F(FollowTheMoneyTest, AnUnknownSpeakerIsANameAndNoEntity) {
  row.claim.speaker.clear();
  row.reading.reset();
  ftm.add(row);
  EXPECT_EQ(of("Documentation"), nullptr);
  EXPECT_EQ(of("Note")["name"], Json::array({"Claim by Pact chief, 2020-03-01"}));
  EXPECT_EQ(of("Note")["namesMentioned"], Json::array({"Pact chief"}));
}

TEST_F(FollowTheMoneyTest, HostileWordsStayOnTheirLine) {
  ftm.add(hostile());
  EXPECT_EQ(std::count(written.begin(), written.end(), '\n'), std::ssize(entities()));
  EXPECT_FALSE(of("Document").contains("sourceUrl"));
}

}  // namespace
}  // namespace avow
