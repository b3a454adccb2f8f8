# shellcheck shell=bash
# deploy/bench security: attacks on a demonstration of its own behind nginx, and one table of what they found.

bench_security_usage() {
  cat <<'HELP'
  security  attacks on a running demonstration: payloads in a browser, foreign forms, schemathesis, sqlmap, hostile files,
            raw and malformed HTTP, mutations, slow clients with good users beside them
            --rounds N (2000; from 5000 on the scanners try harder)  --port N (18089)  --parts "raw fuzz …" (all)
HELP
}

packages_to_attack() {
  cat <<'TABLE'
sqlmap SQL in every input
slowhttptest slow clients
chromium payloads in a real browser
TABLE
}

# Tools from PyPI in a folder of their own.
prepare_attackers() {
  local lists=("$ROOT/Tests/Browser/requirements.txt" "$ROOT/deploy/lib/security-requirements.txt") print
  print=$(cat -- "${lists[@]}" | sha256sum)
  ATTACKER=$RUN/attackers/bin/python
  if [[ -x $ATTACKER && $(cat -- "$RUN/attackers/made-from" 2>/dev/null) == "$print" ]]; then return; fi
  step "Installing tools from PyPI"
  rm -rf -- "$RUN/attackers"
  /usr/bin/python3 -m venv "$RUN/attackers"
  shown "Installing tools from PyPI" "$LOGS/pip.log" "$RUN/attackers/bin/pip" install --quiet \
    --disable-pip-version-check "${lists[@]/#/--requirement=}" ||
    fail --code 69 "Tools from PyPI could not be installed: see $LOGS/pip.log."
  printf '%s\n' "$print" >"$RUN/attackers/made-from"
}

# As root an ordinary user serves, who cannot enter a folder of root's.
attacked_folder() {
  if ((EUID == 0)); then mktemp -d /var/lib/paradero-security.XXXXXX; else mktemp -d; fi
}

stop_attacked() {
  "$ROOT/deploy/up" --run "$ATTACKED/run" --stop >>"$LOGS/security-up.log" 2>&1 || true
  rm -rf -- "$ATTACKED"
}

bench_security() {
  local rounds=2000 port=18089 parts=() tick socket
  while (($# > 0)); do
    case $1 in
      --rounds) rounds=$(whole "$1" "${2:-}") ;;
      --port) port=$(whole "$1" "${2:-}") ;;
      --parts) read -r -a parts <<<"${2:-}" ;;
      *) fail --code 64 "There is no option “$1” of “security”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  if [[ -n $PACKAGES ]]; then packages_to_attack | need_packages; fi
  prepare_attackers
  ATTACKED=$(attacked_folder)
  chmod 0755 "$ATTACKED"
  trap 'stop_attacked; leave' EXIT
  step "Starting what is attacked"
  # Its lock is its own.
  "$ROOT/deploy/up" --run "$ATTACKED/run" --port "$port" --people 3000 --binary "$RUN/bin/paradero" --no-packages \
    >"$LOGS/security-up.log" 2>&1 </dev/null 9>&- &
  for ((tick = 0; tick < 300; tick++)); do
    if curl --silent --fail --output /dev/null "http://localhost:$port/readyz"; then break; fi
    sleep 1
  done
  socket=$(sed -n 's/^ *server unix:\([^ ;]*\).*/\1/p' "$ATTACKED"/run/nginx/*.conf | grep paradero.sock | head -n 1)
  [[ -S $socket ]] || fail "What is to be attacked did not start: see $LOGS/security-up.log."
  step "Attacking"
  "$ATTACKER" -B "$ROOT/deploy/lib/security.py" --address "http://localhost:$port" --socket "$socket" \
    --run "$ROOT/deploy/run" --folder "$ATTACKED/run" --logs "$LOGS/security" --rounds "$rounds" "${parts[@]}"
}
