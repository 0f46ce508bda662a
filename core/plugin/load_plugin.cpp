#include <fmt/format.h>

#include <utility>

#include "plugin/abi_views.hpp"
#include "plugin/configuration.hpp"
#include "plugin/library.hpp"
#include "plugin/plugin.hpp"
#include "plugin/sinks.hpp"

namespace avow {
namespace {

/// Calls a function of the plugin. None may let an exception out; one that does all the same is not our end.
template <typename Call>
int call(Call function) {
  try {
    return function();
  } catch (const std::exception& error) {
    throw Error(ErrorCode::plugin, fmt::format("let an exception escape: {}", error.what()));
  } catch (...) {
    throw Error(ErrorCode::plugin, "let something escape that is no std::exception");
  }
}

/// Every complaint about the plugin begins with its id.
template <typename Work>
auto named(const std::string& id, Work work) {
  try {
    return work();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::plugin) throw;
    throw Error(error.code(), fmt::format("plugin '{}' {}", id, error.what()), error.advice());
  }
}

class LoadedPlugin final : public Plugin {
 public:
  LoadedPlugin(const std::filesystem::path& folder, Manifest manifest, const std::string& configuration,
               const PluginLimits& limits)
      : manifest_(std::move(manifest)), limits_(limits), library_(abi::load_library(folder, manifest_)) {
    const std::string complete = complete_configuration(manifest_, configuration, {});
    maker_.plugin = manifest_.id;
    maker_.version = manifest_.version;
    maker_.revision = library_.output_revision;
    maker_.configuration = sha256(identity_of_configuration(manifest_, complete));
    named(manifest_.id, [&] { create(std::filesystem::absolute(folder).string(), complete); });
  }
  ~LoadedPlugin() override { library_.destroy(instance_); }
  LoadedPlugin(const LoadedPlugin&) = delete;
  LoadedPlugin& operator=(const LoadedPlugin&) = delete;

  const Manifest& manifest() const override { return manifest_; }
  const Maker& maker() const override { return maker_; }
  bool is_detector() const override { return library_.detector.detect != nullptr; }
  bool is_checker() const override { return library_.checker.check != nullptr; }

  std::vector<Candidate> detect(const AnnotatedDocument& document) override {
    if (!is_detector()) throw Error(ErrorCode::usage, fmt::format("plugin '{}' is no detector", manifest_.id));
    if (!document.view) document.view = std::make_shared<const abi::DocumentView>(document);
    return named(manifest_.id, [&] {
      abi::CandidateCollector sink(document.document.text, limits_);
      const avow_document* const view = &document.view->raw();
      sink.settle(call([&] { return library_.detector.detect(instance_, view, sink.raw()); }));
      return std::move(sink).candidates();
    });
  }

  bool can_judge(const CheckRequest& request) override {
    if (!is_checker()) return false;
    return named(manifest_.id, [&] {
      const abi::ClaimView claim(request);
      const int answer = call([&] { return library_.checker.can_judge(instance_, &claim.raw()); });
      if (answer != 0 && answer != 1)
        throw Error(ErrorCode::plugin, fmt::format("answered can_judge with {}, neither 0 nor 1", answer));
      return answer == 1;
    });
  }

  Judgement check(const CheckRequest& request, CheckHost& host) override {
    if (!is_checker()) throw Error(ErrorCode::usage, fmt::format("plugin '{}' is no checker", manifest_.id));
    return named(manifest_.id, [&] {
      const abi::ClaimView claim(request);
      abi::HostBridge services(host, limits_);
      abi::JudgementCollector sink(limits_);
      const int result =
          call([&] { return library_.checker.check(instance_, &claim.raw(), services.raw(), sink.raw()); });
      services.settle();
      sink.settle(result);
      return std::move(sink).judgement();
    });
  }

 private:
  void create(const std::string& folder, const std::string& configuration) {
    abi::FailureSink sink;
    const avow_create_args args{sizeof(avow_create_args), abi::view(folder), abi::view(configuration), sink.raw()};
    sink.settle(call([&] { return library_.create(&args, &instance_); }));
  }

  Manifest manifest_;
  PluginLimits limits_;
  abi::Library library_;
  Maker maker_;
  void* instance_ = nullptr;
};

}  // namespace

std::unique_ptr<Plugin> load_plugin(const std::filesystem::path& folder, const std::string& configuration,
                                    const PluginLimits& limits) {
  return std::make_unique<LoadedPlugin>(folder, read_manifest(folder), configuration, limits);
}

}  // namespace avow
