#include <avow/sdk.hpp>

// Written with the SDK, and throws where its configuration says: {"throw": "create"}.
namespace {

using namespace avow::sdk;

class Throwing : public Detector, public Checker {
 public:
  explicit Throwing(const Setup& setup) : configuration_(setup.configuration) { throw_in("create"); }
  void detect(const Document&, CandidateSink& sink) override {
    sink.emit({.span = {0, 4}, .kind = kind::fact, .score = 0.5});
    throw_in("detect");
  }
  bool can_judge(const Claim&) override {
    throw_in("can_judge");
    return true;
  }
  Assessment check(const Claim&, Host&) override {
    throw_in("check");
    return {.verdict = verdict::undecidable, .reason = "nothing was measured"};
  }

 private:
  void throw_in(std::string_view place) const {
    if (configuration_.find('"' + std::string(place) + '"') != std::string::npos)
      throw std::runtime_error("gave up in " + std::string(place));
  }
  std::string configuration_;
};

}  // namespace

AVOW_PLUGIN(Throwing, .id = "broken", .version = "1.0.0")
