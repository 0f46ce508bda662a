# demo.sh SOURCE AVOW: the demonstration runs, says what the README promises of it, and ends with what to try next.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset AVOW_FORMAT AVOW_PLUGIN_PATH
shown=$(AVOW=$2 "$1/scripts/demo" "$folder" 2>&1) || { echo "$shown"; exit 1; }

while IFS= read -r expected; do
  grep -qE -- "$expected" <<<"$shown" || { echo "$shown"; echo "The demonstration does not show: $expected"; exit 1; }
done <<'END'
Ilse Varga +pledge +Each member of the Northern Compact
target +each member of Northern Compact: defence expenditure at least 2 percent of GDP by 2024
supported .*Corland spent only 1.1 percent
refuted .*Dunmore spent 1.8 percent
kept .*Corland will increase
verdict: off_track \(provisional\).*3 of the 4 members.*published 2024-06-17
verdict: partly_kept.*2 of the 4 members.*published 2025-04-24
verified: every digest
^What to try next
END
