#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "engine/vocabulary.hpp"
#include "plugin/plugin.hpp"
#include "store/open.hpp"
#include "support/temp_folder.hpp"

namespace avow {

/// A plugin made of two functions, for tests of what the engine does with its answers.
class FakePlugin : public Plugin {
 public:
  explicit FakePlugin(const std::string& id) {
    manifest_.id = id;
    manifest_.version = "1.0.0";
    maker_ = {id, "1.0.0", 1, sha256("{}"), "", {}};
  }
  const Manifest& manifest() const override { return manifest_; }
  const Maker& maker() const override { return maker_; }
  bool is_detector() const override { return static_cast<bool>(on_detect); }
  bool is_checker() const override { return static_cast<bool>(on_check); }
  std::vector<Candidate> detect(const AnnotatedDocument& document) override { return on_detect(document); }
  bool can_judge(const CheckRequest& request) override {
    return is_checker() && (!on_can_judge || on_can_judge(request));
  }
  Judgement check(const CheckRequest& request, CheckHost& host) override { return on_check(request, host); }

  void set_revision(std::uint32_t revision) { maker_.revision = revision; }

  std::function<std::vector<Candidate>(const AnnotatedDocument&)> on_detect;
  std::function<Judgement(const CheckRequest&, CheckHost&)> on_check;
  std::function<bool(const CheckRequest&)> on_can_judge;  ///< empty: every checker can

 private:
  Manifest manifest_;
  Maker maker_;
};

/// A small invented world: an alliance of two countries, its head, a party, and two indicators of one measure.
inline Vocabulary small_vocabulary() {
  Vocabulary vocabulary;
  const auto member_of = [](const char* group, const char* role) {
    return std::vector<Membership>{{group, role, Date::year(2000), {}}};
  };
  vocabulary.entities = {
      {"pact", EntityKind::group, "Harbour Pact", "", {"the Pact"}, {}},
      {"XAA", EntityKind::country, "Arvania", "", {"Republic of Arvania"}, member_of("pact", "member")},
      {"XBB", EntityKind::country, "Belmark", "", {}, member_of("pact", "member")},
      {"jana-muster", EntityKind::person, "Jana Muster", "", {}, member_of("pact", "secretary general")},
  };
  vocabulary.indicators = {
      {"pact:share", "Defence share", "defence expenditure", "percent of GDP", "Pact", "", 1, {"defence spending"}},
      {"pact:usd", "Defence amount", "defence expenditure", "USD", "Pact", "", 2, {}},
  };
  return vocabulary;
}

/// A document that is one pledge, said in 2020: at least 2 percent of GDP by 2024.
struct SmallPledge {
  Document document;
  Claim claim;
  Reading reading;
};
inline SmallPledge small_pledge(const char* subject, const char* url = "https://example.org/p") {
  const std::string words = "We will reach it.";
  SmallPledge pledge;
  pledge.document = {url, "", "", "", "", Date::year(2020), "en", "text/plain", words, sha256("p")};
  pledge.claim = {id_of(pledge.document), {0, 17}, {"", words, ""}, Voice::author, "", "", Date::year(2020)};
  Reading& reading = pledge.reading;
  reading.claim = id_of(pledge.claim);
  reading.kind = Kind::pledge;
  reading.target.subject = subject;
  reading.target.indicator = "pact:share";
  reading.target.relation = Relation::at_least;
  reading.target.value = Decimal{2, 1};
  reading.target.due = Date::year(2024);
  reading.maker.plugin = "detector";
  return pledge;
}

/// An empty store in a folder of its own, with the small vocabulary in it.
class EngineTest : public testing::Test {
 protected:
  EngineTest() : lexicon(small_vocabulary()), store(open("a.db")) {
    add_vocabulary(*store, small_vocabulary(), "test", "setup");
  }

  std::unique_ptr<Store> open(const char* name) const {
    OpenOptions options;
    options.mode = OpenMode::create;
    return open_store(folder.path() / name, options);
  }

  void add(const SmallPledge& pledge) {
    const auto writer = store->begin();
    writer->begin_entry({"ingest", "test", ""});
    writer->add(pledge.document, "p");
    writer->add(pledge.claim);
    writer->add(pledge.reading);
    writer->commit();
  }

  TempFolder folder;
  Lexicon lexicon;
  std::unique_ptr<Store> store;
};

}  // namespace avow
