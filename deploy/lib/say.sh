# shellcheck shell=bash
# What a script says: steps, notes, one sentence for a failure, and a moving line for anything that takes time.

# The script's own name for its sentences, set by whoever sources this.
: "${SCRIPT:=${0##*/}}" "${QUIET:=}"

say() { [[ -n $QUIET ]] || printf '%s\n' "$*"; }
step() { say "→ $*"; }
warn() { printf '%s: %s\n' "$SCRIPT" "$*" >&2; }

# Ends the script with one sentence that says what to do; the code follows sysexits.h as the program's do.
fail() {
  local code=1
  if [[ $1 == --code ]]; then
    code=$2
    shift 2
  fi
  warn "$*"
  exit "$code"
}

# Seconds as a person says them.
span() {
  local seconds=$1
  if ((seconds < 120)); then printf '%s s' "$seconds"; else printf '%s min %s s' $((seconds / 60)) $((seconds % 60)); fi
}

# Runs a command with its output in a file, and shows a moving line on a terminal, a line now and then elsewhere:
#   shown "Building the program" build.log COMMAND…
# On failure the end of the output is printed and the command's code returned.
shown() {
  local label=$1 log=$2 code=0 start=$SECONDS job
  shift 2
  # Job control gives the job a process group of its own: Ctrl-C does not reach it, and it can be ended whole. It must
  # not hold the script's lock (descriptor 9) either, which it may outlive.
  set -m
  "$@" >"$log" 2>&1 9>&- </dev/null &
  set +m
  job=$!
  SHOWN_JOB=$job
  watch_job "$label" "$log" "$job" "$start"
  wait "$job" || code=$?
  SHOWN_JOB=
  if ((code == 0)); then
    ((SECONDS - start < 1)) || say "  $label: $(span $((SECONDS - start)))"
    return 0
  fi
  # The program's own sentence is enough; others are quoted.
  if ! grep -E '^paradero: ' -- "$log" | tail -n 1 >&2; then
    warn "$label failed. The end of what it said ($log):"
    tail -n 20 -- "$log" >&2
  fi
  return "$code"
}

# Ends the job that is being shown, if there is one.
end_shown_job() {
  [[ -n ${SHOWN_JOB:-} ]] || return 0
  kill -s TERM -- "-$SHOWN_JOB" 2>/dev/null || true
  wait "$SHOWN_JOB" 2>/dev/null || true
  SHOWN_JOB=
}

# Shows how long a job has been running until it ends, and the last thing that it said.
watch_job() {
  local label=$1 log=$2 job=$3 start=$4 last next=15 tick=0
  while kill -0 "$job" 2>/dev/null; do
    # Short naps at first, so that a quick job costs no second.
    if ((tick++ < 10)); then sleep 0.05; else sleep 0.4; fi
    ((SECONDS - start >= 1)) || continue
    if [[ -t 1 && -z $QUIET ]]; then
      last=$(tail -c 400 -- "$log" | tr '\r' '\n' | grep -av '^[[:space:]]*$' | tail -n 1 | tr -cd '[:print:]')
      printf '\r\033[K  %s: %s  %.60s' "$label" "$(span $((SECONDS - start)))" "$last"
    elif ((SECONDS - start >= next)); then
      say "  $label: $(span $((SECONDS - start))) so far"
      next=$((next * 2))
    fi
  done
  if [[ -t 1 && -z $QUIET ]]; then printf '\r\033[K'; fi
}
