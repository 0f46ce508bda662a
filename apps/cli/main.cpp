#include "cli/program.hpp"

int main(int argc, char** argv) {
  return avow::cli::run(argc, argv);
}
