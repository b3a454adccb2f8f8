# shellcheck shell=bash
# deploy/bench disclosure and answers: what adversaries learn of invented people in a day and what families are told at
# once, under each policy; and whether the time of an answer that names nobody tells what is behind it.

bench_disclosure_usage() {
  cat <<'HELP'
  disclosure  attacks on the search of invented people: whom adversaries learn of in a day, and which families are
              answered at once, under each policy
            --people N (20000)  --searches N (100000)  --families N (4000)  --policy NAME (all)  --seed S (7)
HELP
}

bench_disclosure() {
  local options=(--as-of 2026-11-20)
  while (($# > 0)); do
    case $1 in
      --people | --searches | --families | --seed) options+=("$1" "$(whole "$1" "${2:-}")") ;;
      --policy) options+=("$1" "${2:-}") ;;
      *) fail --code 64 "There is no option “$1” of “disclosure”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  step "Attacking the search of invented people"
  PARADERO_SHARE=$RUN/share/paradero "$RUN/bin/paradero" bench disclosure "${options[@]}"
}

bench_answers_usage() {
  cat <<'HELP'
  answers   times of answers that name nobody, by what is behind them, compared by two statistical tests
            --people N (20000)  --each N (10000)  --at-once N (16)  --by-keys measures without the index in memory
HELP
}

bench_answers() {
  local people=20000 options=() day=2026-11-20 folder=$RUN/bench
  while (($# > 0)); do
    case $1 in
      --people) people=$(whole "$1" "${2:-}") ;;
      --each | --at-once) options+=("$1" "$(whole "$1" "${2:-}")") ;;
      --by-keys)
        options+=("$1")
        shift
        continue
        ;;
      *) fail --code 64 "There is no option “$1” of “answers”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  fresh_database bench_answers demo
  step "Inventing $people people"
  program bench_answers sample --people "$people" --seed 7 --as-of "$day" --truth "$folder/truth.tsv" | sed 's/^/  /'
  sql bench_answers "vacuum analyze" >/dev/null
  step "Searching"
  program bench_answers bench answers --truth "$folder/truth.tsv" --out "$folder/answers.tsv" --as-of "$day" \
    ${options[@]+"${options[@]}"}
  step "Comparing the times"
  python3 -B "$ROOT/deploy/lib/answer_times.py" "$folder/answers.tsv"
}
