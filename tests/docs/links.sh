# links.sh SOURCE: every relative link in every *.md leads to a file, and every #fragment to a heading in it.
set -euo pipefail
cd "$1"
failures=0

prose() { awk '/^ *```/ { fenced = !fenced; next } !fenced' "$1"; }
# Headings as fragments name them: lower-case, blanks as hyphens, other punctuation dropped.
fragments() { prose "$1" | sed -n 's/^#\{1,6\} *//p' | tr '[:upper:] ' '[:lower:]-' | sed 's/[^[:alnum:]_-]//g'; }

while IFS= read -r page; do
  while IFS= read -r link; do
    file=${link%%#*}
    target=$page
    [ -z "$file" ] || target=$(dirname "$page")/$file
    if [ ! -e "$target" ]; then
      echo "$page: there is no $link"
      failures=$((failures + 1))
    elif [[ $link == *.md#* || $link == \#* ]] && ! fragments "$target" | grep -qxF -- "${link#*#}"; then
      echo "$page: no heading in $target is #${link#*#}"
      failures=$((failures + 1))
    fi
  done < <(prose "$page" | grep -oP '\]\(\K[^)\s]+' | grep -v '^[a-z]*:' || true)
done < <(find . -name '*.md' -not -path './build/*' -not -path './.git/*' | sort)
exit $((failures > 0))
