# commands.sh SOURCE AVOW: every command that the README, the guide and the demonstration show is one of the program's,
# and so is every option that they give it.
set -euo pipefail
cd "$1"
avow=$2
export AVOW_DB=/nonexistent/store.db
failures=0

# Each use on a line of its own, without quoted texts and what a shell does around it.
uses() {
  grep -hoP '^(\$ |  )avow \K.*' README.md docs/guide.md scripts/demo || true
  grep -hoP '`avow \K[^`]+' README.md docs/guide.md || true
  sed -e ':a' -e '/\\$/N; s/\\\n//; ta' scripts/demo | grep -oP '^run \K.*' || true
}
plain() { sed -e "s/'[^']*'//g" -e 's/"[^"]*"//g' -e 's/[|&#].*//'; }

listed() { grep -qE "^  $1( |\$)" <<<"$2"; }

everywhere=$("$avow" --help)
while read -r -a words; do
  while [[ ${words[0]:-} == -* ]]; do
    [[ ${words[0]} =~ ^--(db|as-of|today|format|by|plugin-path|models|set|color)$ ]] && words=("${words[@]:1}")
    words=("${words[@]:1}")
  done
  [[ ${words[0]:-} =~ ^[a-z]+$ ]] || continue
  page=
  if listed "${words[0]}" "$everywhere"; then
    page=$("$avow" "${words[0]}" --help)
    if [[ $page == *SUBCOMMAND* && ${words[1]:-} =~ ^[a-z]+$ ]]; then
      listed "${words[1]}" "$page" && page=$("$avow" "${words[0]}" "${words[1]}" --help) || page=
    fi
  fi
  if [ -z "$page" ]; then
    echo "there is no command 'avow ${words[*]}'"
    failures=$((failures + 1))
    continue
  fi
  for word in "${words[@]}"; do
    [[ $word == --* ]] || continue
    if ! grep -qE -- "(^|[ ,])${word%%=*}([ ,]|$)" <<<"$page"$'\n'"$everywhere"; then
      echo "'avow ${words[0]}' takes no $word (in: avow ${words[*]})"
      failures=$((failures + 1))
    fi
  done
done < <(uses | plain | sort -u)
exit $((failures > 0))
