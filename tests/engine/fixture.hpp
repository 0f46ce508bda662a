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

  TempFolder folder;
  Lexicon lexicon;
  std::unique_ptr<Store> store;
};

}  // namespace avow
