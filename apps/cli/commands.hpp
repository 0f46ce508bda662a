#pragma once

#include <vector>

#include "cli/command.hpp"

namespace avow::cli {

/// Every command, in the order of `avow --help`.
const std::vector<Command>& commands();

Command ingest_command();
Command detect_command();
Command outcomes_command();
Command check_command();
Command watch_command();
Command claims_command();
Command commitments_command();
Command contradictions_command();
Command link_command();
Command match_command();
Command similar_command();
Command show_command();
Command history_command();
Command due_command();
Command scorecard_command();
Command stale_command();
Command saved_command();
Command sql_command();
Command review_command();
Command retract_command();
Command dispute_command();
Command entities_command();
Command indicators_command();
Command topics_command();
Command plugins_command();
Command export_command();
Command publish_command();
Command import_command();
Command merge_command();
Command verify_command();
Command backup_command();
Command journal_command();
Command replay_command();
Command evaluate_command();
Command train_command();
Command serve_command();
Command completion_command();
Command manual_command();

}  // namespace avow::cli
