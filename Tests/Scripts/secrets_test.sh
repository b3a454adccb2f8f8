#!/usr/bin/env bash
# Nothing secret lies open: what a family confides and what opens things is planted in a running installation, and looked
# for in a dump, the server's files, the logs, and the command lines and environments of all its processes.
set -euo pipefail
# shellcheck source=/dev/null
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"
: "${PARADERO_PROGRAM:?deploy/test sets it}"

NOTE=Llamarxyl
REACH='555 010 0147'
# Sealed at once, by the site and by an import; and written plain by the owner, who has no key, until the service seals it.
SOUGHT=913572468
LISTED=924683579
LOOKED=935794681

start() {
  RUN=$(mktemp -d /tmp/secrets-XXXX)
  chmod 755 "$RUN"
  PORT=$((20000 + RANDOM % 20000))
  trap 'cd "$ROOT" && deploy/up --run "$RUN" --stop >/dev/null 2>&1; rm -rf -- "$RUN"' EXIT
  cd "$ROOT"
  deploy/up --no-packages --people 50 --binary "$PARADERO_PROGRAM" --run "$RUN" --port "$PORT" >"$WORK/up.log" 2>&1 &
  local tick
  for ((tick = 0; tick < 1200; tick++)); do
    if grep -q "Ctrl-C stops it" "$WORK/up.log"; then return; fi
    kill -0 $! 2>/dev/null || break
    sleep 0.1
  done
  wrong "not ready: $(cat "$WORK/up.log")"
}

# Sends a form of the open browser with its token; the page that comes back is in page.html.
#   send PATH FIELD…
send() {
  local path=$1 fields=() field
  shift
  for field in "$@" "token=$TOKEN"; do fields+=(--data-urlencode "$field"); done
  curl -s --max-time 30 -b "$WORK/jar" -c "$WORK/jar" -o "$WORK/page.html" "${fields[@]}" "http://localhost:$PORT$path"
}

# A family follows a search, leaves it for a call, and says in its own words what matters.
plant() {
  curl -s -c "$WORK/jar" -o "$WORK/page.html" "http://localhost:$PORT/en/receipt"
  TOKEN=$(sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' "$WORK/page.html" | head -n 1)
  send /en/follow "name=Invented Zzyzxquill Sample" birth=1991 "aNumber=A ${SOUGHT:0:3} ${SOUGHT:3:3} ${SOUGHT:6}"
  mapfile -t RECEIPT < <(grep -o '<p class="secret"[^>]*>[^<]*' "$WORK/page.html" | sed 's/.*>//')
  ((${#RECEIPT[@]} == 2)) || wrong "no receipt was given"
  send /en/receipt "receipt=${RECEIPT[1]}" act=want wish=call "reach=+1 $REACH" "note=$NOTE in the evening"
  ! grep -q 'aria-invalid' "$WORK/page.html" || wrong "the contact was not taken"
}

# An operator imports a roster, and notes a look elsewhere.
plant_numbers() {
  local folder=$RUN/planted
  mkdir -m 755 "$folder"
  printf 'Name,DOB,A#\n"Invented, Xylonumber",1980-01-02,%s\n' "$LISTED" >"$folder/roster.csv"
  chmod 644 "$folder/roster.csv"
  deploy/run --run "$RUN" import records "$folder/roster.csv" --source Planted --source-kind roster >"$WORK/import.log" 2>&1 ||
    wrong "the roster was not imported: $(cat "$WORK/import.log")"
  rm -rf -- "$folder"
  deploy/run --run "$RUN" attempt log --who sample-responder --locator other --detail "a county list" --country GT --a-number "$LOOKED" --result no_match \
    >"$WORK/attempt.log" 2>&1 || wrong "the look was not noted: $(cat "$WORK/attempt.log")"
  local tick
  for ((tick = 0; tick < 90; tick++)); do
    if deploy/run --run "$RUN" doctor 2>&1 | grep -q 'A-numbers.*All are sealed'; then return; fi
    sleep 1
  done
  wrong "the service has not sealed what lay plain: $(deploy/run --run "$RUN" doctor 2>&1 | grep A-numbers)"
}

# As whoever owns the database: root may be anybody, others are the only user that there is.
as_owner() {
  if ((EUID == 0)); then setpriv --reuid=paradero-db --regid=paradero-db --init-groups -- "$@"; else "$@"; fi
}

dump() {
  local sockets
  sockets=$(sed -n "s/^unix_socket_directories = '\(.*\)'/\1/p" "$RUN/postgres/paradero.conf")
  (cd / && as_owner pg_dump -h "$sockets" -U paradero_owner paradero_demo) >"$WORK/dump.sql"
}

# Everything that must lie nowhere, a line each.
secrets() {
  printf '%s\n' "$NOTE" "$REACH" "${REACH// /}" "${RECEIPT[@]}" "${RECEIPT[1]//-/}" 'quiet harbor seven lanterns' "$SOUGHT" "$LISTED"
  cat -- "$RUN"/keys/service/service.key "$RUN"/keys/keeper/keeper.key | awk '$1 == "lookup" { print $2 } $1 == "key" { print $4 }'
  sed -n '/recovery code/,$p' "$WORK/up.log" | grep -oE '[0-9A-Z]{4}(-[0-9A-Z]{2,4}){3,}' || true
}

processes() { pgrep -f -- "$RUN/(postgres|nginx|bin)" || true; }

test_no_secret_lies_open() {
  start
  plant
  plant_numbers
  dump
  grep -q Zzyzxquill "$WORK/dump.sql" || wrong "the search is not in the dump, so that finding nothing would say nothing"
  secrets >"$WORK/secrets"
  (($(wc -l <"$WORK/secrets") >= 11)) || wrong "too few secrets to look for"
  local process place
  mkdir "$WORK/seen"
  for process in $(processes); do
    for place in cmdline environ; do tr '\0' '\n' <"/proc/$process/$place" >"$WORK/seen/$process.$place" || true; done
  done
  (($(find "$WORK/seen" -name '*.cmdline' -size +0 | wc -l) >= 4)) || wrong "too few processes were looked at"
  ! grep -qF -f "$WORK/secrets" "$WORK/dump.sql" || wrong "a secret is in the dump"
  grep -q 'Xylonumber' "$WORK/dump.sql" || wrong "the roster is not in the dump"
  ! grep -qF "$LOOKED" "$WORK/dump.sql" || wrong "a number that the service had to seal is in the dump"
  ! grep -qP '\ta_number\t\d' "$WORK/dump.sql" || wrong "an A-number of the records is in the dump"
  ! grep -rqaF -f "$WORK/secrets" "$WORK/seen" || wrong "a secret is in a command line or an environment"
  ! grep -rqaF -f "$WORK/secrets" "$RUN/log" || wrong "a secret is in a log"
  ! grep -rqaF -f "$WORK/secrets" "$RUN/postgres" || wrong "a secret is in the server's files"
  printf '  %d secrets looked for in a dump of %d lines, %d processes, %d logs\n' "$(wc -l <"$WORK/secrets")" \
    "$(wc -l <"$WORK/dump.sql")" "$(find "$WORK/seen" -name '*.cmdline' | wc -l)" "$(find "$RUN/log" -type f | wc -l)"
  # Processes with keys leave no core and are opened by nobody of their own user: the kernel gives their files to root.
  for process in $(pgrep -f -- "$RUN/bin/paradero (serve|keeper)"); do
    [[ $(stat -c %U "/proc/$process/mem") == root ]] || wrong "a process with keys can be read by its user"
  done
}

run_tests
