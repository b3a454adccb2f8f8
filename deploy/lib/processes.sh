# shellcheck shell=bash
# Processes that outlive a command: started in a session of their own, remembered in files, stopped only if they are
# still the ones that were started. A process id alone proves nothing: the system gives it to others later.

# The moment a process started, in clock ticks since boot; nothing if it is gone or a zombie.
start_of() {
  local line
  { read -r line <"/proc/$1/stat"; } 2>/dev/null || return 0
  # The name in parentheses may hold spaces: count from what follows it. State is first, start the twentieth.
  read -ra line <<<"${line##*) }"
  [[ ${line[0]} == Z ]] || printf '%s' "${line[19]}"
}

# Writes down a process of ours.
remember() {
  local name=$1 pid=$2
  printf '%s %s\n' "$pid" "$(start_of "$pid")" >"$STATE/$name.pid"
}

# Prints the id of a remembered process that still runs.
running() {
  local pid start
  [[ -r $STATE/$1.pid ]] || return 1
  read -r pid start <"$STATE/$1.pid" || return 1
  [[ $pid =~ ^[0-9]+$ && -n $start && $(start_of "$pid") == "$start" ]] || return 1
  printf '%s' "$pid"
}

# Starts a server in its own session, so that Ctrl-C reaches only the script, which then stops things in order:
#   start NAME USER LOGFILE COMMAND…
start() {
  local name=$1 user=$2 log=$3
  # shellcheck disable=SC2034 # read by the script that stops things
  STARTED=1
  shift 3
  touch -- "$log"
  own "$user" 640 "$log"
  become "$user"
  # Descriptor 9 is the script's lock; a child that kept it would hold the lock after the script is gone.
  setsid -- "${BECOME[@]}" "$@" >>"$log" 2>&1 9>&- </dev/null &
  remember "$name" $!
}

# Stops a remembered process: asks, waits, and insists.
#   stop NAME SIGNAL SECONDS
stop() {
  local name=$1 signal=$2 patience=$3 pid tick
  if pid=$(running "$name"); then
    kill -s "$signal" "$pid" 2>/dev/null || true
    for ((tick = 0; tick < patience * 10; tick++)); do
      running "$name" >/dev/null || break
      sleep 0.1
    done
    if pid=$(running "$name"); then
      warn "$name did not stop in $patience seconds and was ended."
      kill -s KILL "$pid" 2>/dev/null || true
    fi
  fi
  rm -f -- "$STATE/$name.pid"
}
