# shellcheck shell=bash
# Tests of scripts: every function whose name begins with `test_` is one, named by the words after it. Each runs in a
# subshell with an empty folder of its own in WORK, and fails if any command in it fails.

HERE=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd -- "$HERE/../.." && pwd -P)
export ROOT

# What a command prints, both streams, in OUT; its exit code in CODE.
try() {
  CODE=0
  OUT=$("$@" 2>&1) || CODE=$?
}

# Says why a test fails and ends it.
wrong() {
  printf '      %s\n' "$*"
  exit 1
}

expect_code() { ((CODE == $1)) || wrong "exit code $CODE instead of $1: $OUT"; }
expect_says() { [[ $OUT == *"$1"* ]] || wrong "“$1” is not in: $OUT"; }
expect_silent_on() { [[ $OUT != *"$1"* ]] || wrong "“$1” is in: $OUT"; }

# A failure is one sentence, not a page.
expect_one_sentence() {
  [[ $(printf '%s\n' "$OUT" | grep -c .) == 1 ]] || wrong "more than one line: $OUT"
  [[ $OUT == *. ]] || wrong "not a sentence: $OUT"
}

run_tests() {
  local name label passed=0 failed=0 start
  for name in $(declare -F | awk '$3 ~ /^test_/ { print $3 }'); do
    label=${name#test_}
    label=${label//_/ }
    [[ $label == *"${ONLY:-}"* ]] || continue
    WORK=$(mktemp -d)
    start=$SECONDS
    # No `if` around it: bash would then ignore `set -e` inside.
    set +e
    (
      set -euo pipefail
      "$name"
    ) </dev/null
    local code=$?
    set -e
    if ((code == 0)); then
      passed=$((passed + 1))
      printf '  ✔ %s (%d s)\n' "$label" $((SECONDS - start))
    else
      failed=$((failed + 1))
      printf '  ✘ %s (%d s)\n' "$label" $((SECONDS - start))
    fi
    rm -rf -- "$WORK"
  done
  printf '%d %d\n' "$passed" "$failed" >>"${TALLY:-/dev/null}"
  if [[ -z ${TALLY:-} ]]; then printf '%d passed, %d failed\n' "$passed" "$failed"; fi
  ((failed == 0))
}
