# shellcheck shell=bash
# deploy/bench review: how long each page of a monitor takes, at ten thousand invented requests and at ten times as many.

bench_review_usage() {
  cat <<'HELP'
  review    the time of each page of the review, through nginx: queue, case, figures, places, orders, patterns, the public
            page, and the report of the command line
            --requests "N …" ("10000 100000")  --places N (30)  --days N (30)  --seed S (1)  --port N (18097)
HELP
}

bench_review() {
  local requests=(10000 100000) places=30 days=30 seed=1 port=18097 many
  while (($# > 0)); do
    case $1 in
      --requests) read -r -a requests <<<"${2:-}" ;;
      --places) places=$(whole "$1" "${2:-}") ;;
      --days) days=$(whole "$1" "${2:-}") ;;
      --seed) seed=$(whole "$1" "${2:-}") ;;
      --port) port=$(whole "$1" "${2:-}") ;;
      *) fail --code 64 "There is no option “$1” of “review”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  find_postgres
  for many in "${requests[@]}"; do
    many=$(whole --requests "$many")
    REVIEWED=$(if ((EUID == 0)); then mktemp -d /var/lib/paradero-review.XXXXXX; else mktemp -d; fi)
    chmod 0755 "$REVIEWED"
    trap 'stop_reviewed; leave' EXIT
    step "Starting a demo for $many requests"
    start_reviewed "$port"
    step "Inventing $many requests at $places places"
    review_program sample visits --requests "$many" --places "$places" --days "$days" --seed "$seed" | sed 's/^/  /'
    (choose_place demo "$REVIEWED/run" && sql paradero_demo "vacuum analyze") >/dev/null
    review_program release make | sed 's/^/  /' || true
    step "Asking for each page, the middle of seven"
    python3 -B "$ROOT/deploy/lib/review_times.py" "http://localhost:$port" "$ROOT/deploy/run" "$REVIEWED/run"
    stop_reviewed
    trap leave EXIT
  done
}

# As the owner of the database, which an operator is.
review_program() { "$ROOT/deploy/run" --run "$REVIEWED/run" "$@"; }

start_reviewed() {
  local port=$1 tick
  # Its lock is its own.
  "$ROOT/deploy/up" --run "$REVIEWED/run" --port "$port" --people 300 --binary "$RUN/bin/paradero" --no-packages \
    >"$LOGS/review-up.log" 2>&1 </dev/null 9>&- &
  for ((tick = 0; tick < 300; tick++)); do
    if curl --silent --fail --output /dev/null "http://localhost:$port/readyz"; then return; fi
    sleep 1
  done
  fail "The demo did not start: see $LOGS/review-up.log."
}

stop_reviewed() {
  "$ROOT/deploy/up" --run "$REVIEWED/run" --stop >>"$LOGS/review-up.log" 2>&1 || true
  rm -rf -- "$REVIEWED"
}
