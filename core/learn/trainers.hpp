#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

namespace avow::learn {

/// What a trainer learns from, and where it may say how far it is.
struct Training {
  std::filesystem::path data;  ///< the folder or file that --data names
  std::filesystem::path text;  ///< more text without labels, to learn what words mean from; empty: the data's own
  /// Takes one line about a step that takes long. Empty when nobody listens.
  std::function<void(std::string_view)> progress;
};

/// A model in the bytes of its file, and what is known about it.
struct TrainedModel {
  std::string bytes;
  /// "data": what it learned from, "rows": how many, "licence": of the data as its makers state it ("unknown" when they
  /// do not), "figures": how good it is on what it did not learn from, by metric. Who writes the file adds the name,
  /// the day and the digest (trained_card).
  nlohmann::json card = nlohmann::json::object();
};

/// A model that can be built from data that is not part of Avow. One file in core/learn/trainers each; trainers.cpp has
/// the table.
struct Trainer {
  std::string_view name;     ///< as given to `avow train`; the model's file is <name>.model
  std::string_view summary;  ///< one line: what the model tells
  std::string_view data;     ///< what --data must hold
  /// The same data give the same bytes. Throws avow::Error naming the file when the data are not there or not of the
  /// form.
  TrainedModel (*train)(const Training&);
};

/// All trainers, by name.
std::span<const Trainer> trainers() noexcept;
/// Null when there is none of that name.
const Trainer* find_trainer(std::string_view name) noexcept;

/// The model's card as it lies beside it: what the trainer says with "name", "made" (a day, "2026-01-31"), "bytes" and
/// "sha256" of the file.
nlohmann::json trained_card(std::string_view name, std::string_view day, const TrainedModel& model);

}  // namespace avow::learn
