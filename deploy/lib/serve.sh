# shellcheck shell=bash
# The service and nginx: their start, their readiness, and what happens when one of them ends by itself.

# Starts the service with the least it needs: the addresses of the roles that it may be, never the owner's.
start_service() {
  (
    service_environment
    start service "$SERVICE_USER" "$LOGS/service.log" "$RUN/bin/paradero" serve
  )
}

# The keeper has a user, a role and a key of its own.
start_keeper() {
  (
    keeper_environment
    start keeper "$KEEPER_USER" "$LOGS/keeper.log" "$RUN/bin/paradero" keeper
  )
}

# The configuration is the project's, with this installation's places filled in.
render_nginx() {
  local conf=$RUN/nginx/paradero.conf
  "$ROOT/deploy/nginx/render" "$RUN/nginx" "LISTEN=127.0.0.1:$PORT" ORIGIN_HOST=localhost \
    "SOCKETS=server unix:$WEB_SOCKET;" "TEMP=$TEMPORARY"
  NGINX=$(command -v nginx || echo /usr/sbin/nginx)
  as_user "$SERVICE_USER" "$NGINX" -e stderr -q -t -c "$conf" -p "$TEMPORARY" 2>"$LOGS/nginx-start.log" || {
    cat -- "$LOGS/nginx-start.log" >&2
    fail "nginx does not accept $conf."
  }
}

start_nginx() {
  start nginx "$SERVICE_USER" "$LOGS/nginx-start.log" "$NGINX" -e /dev/null -c "$RUN/nginx/paradero.conf" -p "$TEMPORARY"
}

# Whether something listens on a port of the loopback address.
port_in_use() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

check_port() {
  [[ $PORT =~ ^[0-9]+$ ]] && ((PORT >= 1 && PORT <= 65535)) ||
    fail --code 64 "--port takes a number from 1 to 65535, not “$PORT”."
  if ((PORT < 1024 && EUID != 0)); then fail --code 77 "Only root may use port $PORT: say --port with one above 1023."; fi
  if port_in_use "$PORT"; then
    fail --code 69 "Port $PORT is in use by another program: stop it, or say --port $((PORT + 1))."
  fi
}

# Asks for a page over HTTP and prints the status.
#   status_of PATH
status_of() {
  local line
  exec 3<>"/dev/tcp/127.0.0.1/$PORT" || return 1
  printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$1" "$PORT" >&3
  IFS=$' \r' read -r -t 5 _ line _ <&3 || true
  exec 3>&-
  printf '%s' "$line"
} 2>/dev/null

# Waits until the service says that it is ready.
wait_ready() {
  local tick
  for ((tick = 0; tick < 300; tick++)); do
    if [[ $(status_of /readyz || true) == 200 ]]; then return; fi
    running service >/dev/null || break
    sleep 0.1
    ((tick % 50 != 49)) || say "  waiting for the service ($(((tick + 1) / 10)) s)"
  done
  tail -n 5 -- "$LOGS/service.log" >&2
  fail --code 69 "The service did not become ready; see $LOGS/service.log."
}

# Watches until told to stop; what ends by itself is started again, unless it keeps ending.
watch_over() {
  local restarts=0 since=$SECONDS
  while true; do
    # `wait` on a sleep, so that a signal is answered at once.
    sleep 1 9>&- &
    wait $! || true
    if ((SECONDS - since > 60)); then restarts=0 since=$SECONDS; fi
    local name
    for name in ${OWN_DATABASE:+postgres} keeper service nginx; do
      running "$name" >/dev/null && continue
      ((++restarts <= 5)) || fail "$name keeps ending by itself; see $LOGS."
      warn "$name ended by itself and is started again."
      case $name in
        postgres) start_database ;;
        keeper) start_keeper ;;
        service) start_service ;;
        nginx) start_nginx ;;
      esac
    done
  done
}

# Stops everything that an installation runs, the door first and the records last.
stop_all() {
  stop nginx QUIT 5
  stop service TERM 20
  stop keeper TERM 20
  stop postgres INT 60
}

# Clears what a killed run left behind. Only processes that are still the ones that were started are stopped.
clear_leftovers() {
  local name
  for name in nginx service keeper postgres; do
    if running "$name" >/dev/null; then
      say "  stopping what an earlier run left: $name"
      stop_all
      return
    fi
  done
}
