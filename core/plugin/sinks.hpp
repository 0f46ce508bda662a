#pragma once

#include <exception>
#include <string>
#include <vector>

#include "avow/plugin_abi.h"
#include "plugin/abi_read.hpp"
#include "plugin/plugin.hpp"

/// What plugins call back into. No exception leaves towards the plugin: what goes wrong is kept, and settle() throws it
/// once the plugin's function has returned.
namespace avow::abi {

/// Takes the reason of a failure; the base of the sinks that also take answers.
class FailureSink {
 public:
  FailureSink();
  virtual ~FailureSink() = default;
  FailureSink(const FailureSink&) = delete;
  FailureSink& operator=(const FailureSink&) = delete;

  const avow_sink* raw() const noexcept { return &raw_; }
  /// `result` is what the plugin's function returned. Throws Error (plugin) with what went wrong first: a broken
  /// contract, the reason that was given to fail(), a result that is not 0.
  void settle(int result) const;

 protected:
  /// Copies one answer; throws Error (plugin) when it cannot be accepted.
  virtual void take(const void* item);

 private:
  int emit(const void* item) noexcept;
  void fail(avow_str reason) noexcept;

  avow_sink raw_;
  std::exception_ptr refused_;
  std::string reason_;
};

class CandidateCollector final : public FailureSink {
 public:
  CandidateCollector(std::string_view text, const PluginLimits& limits)
      : text_(text), limits_(limits), budget_(limits.max_answer_bytes) {}
  /// Ordered by span; only after settle().
  std::vector<Candidate> candidates() &&;

 private:
  void take(const void* item) override;
  std::string_view text_;
  PluginLimits limits_;
  Budget budget_;
  std::vector<Candidate> found_;
};

class JudgementCollector final : public FailureSink {
 public:
  explicit JudgementCollector(const PluginLimits& limits) : budget_(limits.max_answer_bytes) {}
  /// Only after settle(). Throws Error (plugin) when there was none.
  Judgement judgement() &&;

 private:
  void take(const void* item) override;
  Budget budget_;
  std::optional<Judgement> answer_;
};

/// The services of a CheckHost as the ABI offers them. Keeps what each gave last, as long as the plugin may look at it.
class HostBridge {
 public:
  HostBridge(CheckHost& host, const PluginLimits& limits);
  HostBridge(const HostBridge&) = delete;
  HostBridge& operator=(const HostBridge&) = delete;

  const avow_host* raw() const noexcept { return &raw_; }
  /// Throws what a service threw, whatever the plugin made of it.
  void settle() const;

 private:
  void observations(const avow_query* query, avow_array* out);
  void members(avow_str group, std::int32_t day, avow_array* out);
  void passages(const avow_query* query, avow_array* out);
  template <typename Call>
  static int serve(void* context, avow_array* out, Call call) noexcept;

  CheckHost& host_;
  PluginLimits limits_;
  avow_host raw_;
  std::exception_ptr failure_;
  Observations observed_;
  std::vector<Member> members_;
  std::vector<avow_member> raw_members_;
  std::vector<std::string> passage_ids_;
  std::vector<Passage> passages_;
  std::vector<avow_passage> raw_passages_;
};

}  // namespace avow::abi
