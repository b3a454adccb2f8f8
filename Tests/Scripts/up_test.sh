#!/usr/bin/env bash
# deploy/up as a person meets it: a first start, a second, Ctrl-C, a kill, and everything that can stand in its way.
set -euo pipefail
# shellcheck source=/dev/null
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"
: "${PARADERO_PROGRAM:?deploy/test sets it}"

SHARED=$(mktemp -d /tmp/up-XXXX)
chmod 755 "$SHARED"
trap '"$ROOT/deploy/up" --run "$SHARED/run" --stop >/dev/null; rm -rf -- "$SHARED"' EXIT

UP=(deploy/up --no-packages --people 50)

# An installation of its own in a short folder, with a port of its own; removed at the end whatever happens.
set_up() {
  RUN=$(mktemp -d /tmp/up-XXXX)
  chmod 755 "$RUN"
  PORT=$((20000 + RANDOM % 20000))
  trap clear_up EXIT
  cd "$ROOT"
}

clear_up() {
  "$ROOT/deploy/up" --run "$RUN" --stop >/dev/null 2>&1 || true
  "$ROOT/deploy/up" --production --run "$RUN" --stop >/dev/null 2>&1 || true
  rm -rf -- "$RUN"
}

# Starts in the background and waits until it is ready or has ended.
start() {
  # Whoever runs the tests in the background ignores Ctrl-C, and a shell cannot catch what was ignored when it began.
  : >"$WORK/up.log"
  env --default-signal=INT,QUIT,HUP "${UP[@]}" --binary "$PARADERO_PROGRAM" --run "$RUN" --port "$PORT" "$@" \
    >"$WORK/up.log" 2>&1 &
  UP_PID=$!
  local tick
  for ((tick = 0; tick < 1200; tick++)); do
    if grep -q "Ctrl-C stops it" "$WORK/up.log"; then return; fi
    kill -0 "$UP_PID" 2>/dev/null || break
    sleep 0.1
  done
  wrong "not ready: $(cat "$WORK/up.log")"
}

# Runs and expects it to end by itself with one sentence.
refused() {
  try timeout 120 "${UP[@]}" --run "$RUN" --port "$PORT" "$@"
  OUT=$(grep '^deploy/up: \|^paradero: ' <<<"$OUT" || true)
  expect_one_sentence
}

status_of() { curl -s -o /dev/null -w '%{http_code}' --max-time 10 "http://localhost:$PORT$1"; }

# An installation that several tests look at and none changes; the last line of this file stops it.
share_one() {
  cd "$ROOT"
  # shellcheck source=/dev/null
  if [[ -s $SHARED/known ]]; then source "$SHARED/known" && return; fi
  RUN=$SHARED/run PORT=$((20000 + RANDOM % 20000))
  WORK=$SHARED start
  printf 'RUN=%q PORT=%q\n' "$RUN" "$PORT" >"$SHARED/known"
}

# The processes of this installation, by the folder in their command lines.
processes() { pgrep -f -- "$RUN/(postgres|nginx|bin)" || true; }

stop() {
  kill -s "$1" "$UP_PID"
  CODE=0
  wait "$UP_PID" || CODE=$?
}

test_it_starts_stops_and_starts_again() {
  set_up
  start
  [[ $(status_of /healthz) == 200 && $(status_of /readyz) == 200 ]] || wrong "not healthy"
  OUT=$(<"$WORK/up.log")
  expect_says "http://localhost:$PORT"
  expect_says "sample-responder"
  stop TERM
  expect_code 143
  [[ -z $(processes) ]] || wrong "left running: $(processes)"
  # The second start makes nothing anew.
  start
  OUT=$(<"$WORK/up.log")
  expect_silent_on "Making the database server"
  expect_silent_on "Inventing"
  expect_silent_on "Installing the program"
  stop TERM
}

test_Ctrl_C_stops_everything() {
  set_up
  # As a terminal does it: the signal goes to a whole process group.
  set -m
  start
  set +m
  kill -s INT -- "-$UP_PID"
  CODE=0
  wait "$UP_PID" || CODE=$?
  expect_code 130
  [[ -z $(processes) ]] || wrong "left running: $(processes)"
}

test_a_killed_start_is_cleared_by_the_next() {
  set_up
  start
  kill -s KILL "$UP_PID"
  wait "$UP_PID" 2>/dev/null || true
  [[ -n $(processes) ]] || wrong "nothing was left to clear"
  start
  OUT=$(<"$WORK/up.log")
  expect_says "an earlier run left"
  [[ $(status_of /readyz) == 200 ]] || wrong "not ready"
  stop TERM
  [[ -z $(processes) ]] || wrong "left running: $(processes)"
}

test_what_ends_by_itself_is_started_again() {
  set_up
  start
  local name tick
  for name in service keeper nginx postgres; do
    kill -s KILL "$(try "${UP[@]}" --run "$RUN" --status && awk -v n="$name" '$1 == n { print substr($3, 2) + 0 }' <<<"$OUT")"
    for ((tick = 0; tick < 300; tick++)); do
      sleep 0.1
      grep -q "$name ended by itself" "$WORK/up.log" && [[ $(status_of /readyz) == 200 ]] && break
    done
    ((tick < 300)) || wrong "$name did not come back: $(cat "$WORK/up.log")"
  done
  stop TERM
}

test_a_second_one_says_that_the_first_runs() {
  set_up
  start
  refused --binary "$PARADERO_PROGRAM"
  expect_code 75
  expect_says "already runs"
  try "${UP[@]}" --run "$RUN" --stop
  expect_code 0
  [[ -z $(processes) ]] || wrong "left running: $(processes)"
}

test_it_serves_the_loopback_address_only() {
  share_one
  local address
  address=$(hostname -I 2>/dev/null | awk '{ print $1 }')
  if [[ -n $address ]] && (exec 3<>"/dev/tcp/$address/$PORT") 2>/dev/null; then wrong "reached at $address"; fi
  # PostgreSQL listens on no port at all.
  [[ $(ask "show listen_addresses") == "" ]] || wrong "PostgreSQL listens"
  [[ $(ask "show data_checksums") == on ]] || wrong "no data checksums"
}

# Asks the private database as its owner.
ask() {
  local user=()
  ((EUID != 0)) || user=(setpriv --reuid=paradero-db --regid=paradero-db --init-groups --)
  "${user[@]}" env -C / /usr/lib/postgresql/15/bin/psql -X -q -A -t -v ON_ERROR_STOP=1 \
    "$(sed -n "s/^unix_socket_directories = '\(.*\)'/postgresql:\/\/\/${DATABASE:-paradero_demo}?user=paradero_owner\&host=\1/p" "$RUN/postgres/paradero.conf")" -c "$1"
}

test_a_failed_statement_leaves_no_value_in_the_log() {
  share_one
  try ask "select 'LEAK-Xiomarazul'::date"
  try ask "insert into facility (code, name) values ('LEAK-Xiomarazul', null)"
  try ask "do \$\$ begin raise exception 'LEAK-Xiomarazul'; end \$\$"
  try ask "select pg_sleep(0.1), 'LEAK-Xiomarazul'"
  if grep -raq "LEAK-Xiomarazul" "$RUN/log"; then wrong "$(grep -ra "LEAK-Xiomarazul" "$RUN/log" | head -n 2)"; fi
}

test_the_service_cannot_be_the_owner_of_the_database() {
  ((EUID == 0)) || return 0 # an ordinary user's installation has one user for everything
  share_one
  local sockets
  sockets=$(sed -n "s/^unix_socket_directories = '\(.*\)'/\1/p" "$RUN/postgres/paradero.conf")
  # shellcheck disable=SC2317 # called by try
  as_service() { setpriv --reuid=paradero --regid=paradero --init-groups -- "$@"; }
  try as_service env -C / /usr/lib/postgresql/15/bin/psql -X -h "$sockets" -U paradero_owner -d paradero_demo -c 'select 1'
  ((CODE != 0)) || wrong "the service became the owner"
  try as_service env -C / /usr/lib/postgresql/15/bin/psql -X -h "$sockets" -U paradero_public -d paradero_demo -c 'select 1'
  expect_code 0
  try as_service ls "$RUN/postgres"
  ((CODE != 0)) || wrong "the service reads the database's files"
  [[ $(stat -c %U "/proc/$(pgrep -f "$RUN/bin/paradero serve" | head -n 1)") == paradero ]] || wrong "serves as another user"
}

test_doctor_finds_nothing_wrong() {
  share_one
  try deploy/run --run "$RUN" doctor
  expect_code 0
  expect_silent_on "✘"
}

test_what_needs_the_keys_is_run_by_whoever_has_them() {
  local key
  share_one
  try deploy/run --run "$RUN" keys check signing
  expect_code 0
  key=$(tail -n 1 <<<"$OUT")
  # Searches at the command line: the key of suppressions is the service's.
  try deploy/run --run "$RUN" search "Nobody Ofthatname"
  expect_code 0
  try deploy/run --run "$RUN" audit checkpoint
  expect_code 0
  expect_says " $key "
  try deploy/run --run "$RUN" audit verify
  expect_code 0
  expect_says "checkpoint"
  # A key that signed none of them is not believed.
  try deploy/run --run "$RUN" audit verify --key "$(printf '%064d' 7)"
  ((CODE != 0)) || wrong "believes checkpoints of another key"
}

# ── What can stand in the way ────────────────────────────────────────────────────────────────────────────────────

test_a_port_in_use_is_said() {
  set_up
  python3 -m http.server --bind 127.0.0.1 "$PORT" >/dev/null 2>&1 &
  local server=$!
  sleep 1
  refused --binary "$PARADERO_PROGRAM"
  kill "$server"
  expect_code 69
  expect_says "Port $PORT is in use"
  expect_says "--port $((PORT + 1))"
}

test_a_database_newer_than_the_program_is_said() {
  set_up
  start
  ask "insert into migration (version, name, sha256) values (9999, 'm9999_future', sha256('future'))"
  stop TERM
  refused --binary "$PARADERO_PROGRAM"
  expect_code 78
  expect_says "newer than this program"
}

test_a_cluster_of_another_PostgreSQL_is_said() {
  set_up
  mkdir -p "$RUN/postgres"
  echo 13 >"$RUN/postgres/PG_VERSION"
  refused --binary "$PARADERO_PROGRAM"
  expect_code 69
  expect_says "made by PostgreSQL 13"
}

test_a_full_disk_is_said() {
  ((EUID == 0)) || return 0 # only root can make a small file system
  set_up
  mount -t tmpfs -o size=30m tmpfs "$RUN" 2>/dev/null || return 0
  trap 'umount -l "$RUN"; clear_up' EXIT
  chmod 755 "$RUN"
  refused --binary "$PARADERO_PROGRAM"
  expect_code 73
  expect_says "MB are free"
}

test_a_folder_that_cannot_be_written_is_said() {
  set_up
  RUN=/proc/nothing refused --binary "$PARADERO_PROGRAM"
  expect_code 73
  expect_says "cannot be made"
}

test_a_demonstration_is_not_made_into_an_installation_for_real_records() {
  set_up
  start
  stop TERM
  # The other database lies beside it in the same server: each kind has its own.
  start --production
  OUT=$(<"$WORK/up.log")
  expect_says "operator (operator):"
  expect_silent_on "Searches to try"
  DATABASE=paradero
  [[ $(ask "select kind from installation") == production ]] || wrong "kind"
  [[ $(ask "select count(*) from person") == 0 ]] || wrong "people were invented"
  stop TERM
}

test_a_production_installation_takes_no_invented_people() {
  set_up
  start --production
  try deploy/run --production --run "$RUN" sample --people 5
  ((CODE != 0)) || wrong "invented people entered"
  try deploy/run --production --run "$RUN" sample code
  ((CODE != 0)) || wrong "invented accounts entered"
  stop TERM
}

test_production_uses_the_database_that_it_is_given() {
  : "${PARADERO_TEST_DATABASE_URL:?deploy/test sets it}"
  set_up
  local given
  GIVEN=up_given_$$
  psql -X -q -d "$PARADERO_TEST_DATABASE_URL" -c "create database $GIVEN template template0 encoding 'UTF8'"
  trap 'clear_up; psql -X -q -d "$PARADERO_TEST_DATABASE_URL" -c "drop database if exists $GIVEN with (force)"' EXIT
  given=$(sed -E "s|^(postgresql://[^/]*/)[^?]*|\1$GIVEN|" <<<"$PARADERO_TEST_DATABASE_URL")
  export PARADERO_DATABASE_URL=$given
  start --production
  [[ ! -e $RUN/postgres/PG_VERSION ]] || wrong "a server of its own was made"
  [[ $(status_of /readyz) == 200 ]] || wrong "not ready"
  [[ $(stat -c %a "$RUN/credentials/PARADERO_PUBLIC_DATABASE_URL") == 600 ]] || wrong "an address that others can read"
  # The owner's address does not reach the service.
  if tr '\0' '\n' <"/proc/$(pgrep -f "$RUN/bin/paradero serve" | head -n 1)/environ" | grep -q '^PARADERO_DATABASE_URL='; then
    wrong "the service holds the owner's address"
  fi
  stop TERM
}

test_options_that_make_no_sense_are_said() {
  cd "$ROOT"
  local words
  for words in "--nonsense" "--port" "--port http" "--port 70000" "--people many"; do
    # shellcheck disable=SC2086 # the words of one case
    try deploy/up --run "$WORK/run" $words
    expect_code 64
    expect_one_sentence
  done
}

run_tests
