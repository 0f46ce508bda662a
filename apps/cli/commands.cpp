#include "cli/commands.hpp"

namespace avow::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      ingest_command(),  detect_command(),     outcomes_command(),   check_command(),       watch_command(),
      review_command(),  retract_command(),    dispute_command(),    link_command(),        claims_command(),
      show_command(),    history_command(),    due_command(),        commitments_command(), contradictions_command(),
      similar_command(), match_command(),      scorecard_command(),  stale_command(),       saved_command(),
      sql_command(),     entities_command(),   indicators_command(), topics_command(),      plugins_command(),
      export_command(),  publish_command(),    import_command(),     merge_command(),       verify_command(),
      backup_command(),  journal_command(),    replay_command(),     evaluate_command(),    train_command(),
      serve_command(),   completion_command(), manual_command()};
  return all;
}

}  // namespace avow::cli
