# shellcheck shell=bash
# deploy/bench search: how often, and how fast, the search finds invented people, beside exact matching in the same run.

bench_search_usage() {
  cat <<'HELP'
  search    recall and speed of the search on invented people, beside exact matching
            --people N (1000000)  --seed S (7)  --searches N (500)
HELP
}

bench_search() {
  local people=1000000 seed=7 searches=500 seconds memory truth=$RUN/bench/truth.tsv day=2026-11-20
  while (($# > 0)); do
    case $1 in
      --people) people=$(whole "$1" "${2:-}") ;;
      --seed) seed=$(whole "$1" "${2:-}") ;;
      --searches) searches=$(whole "$1" "${2:-}") ;;
      *) fail --code 64 "There is no option “$1” of “search”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  fresh_database bench_search
  step "Inventing $people people"
  program bench_search sample --people "$people" --seed "$seed" --as-of "$day" --truth "$truth" | sed 's/^/  /'
  read -r seconds memory _ <"$RUN/bench/import.txt"
  say "  in $seconds s, at most $((memory / 1024)) MB (goal for 1,000,000: under 120 s)"
  sql bench_search "vacuum analyze" >/dev/null
  step "Searching"
  program bench_search bench search --truth "$truth" --searches "$searches" --as-of "$day"
}
