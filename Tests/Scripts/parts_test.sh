#!/usr/bin/env bash
# The parts of deploy/up one by one: packages without servers, folders without traps, processes without mistakes.
set -euo pipefail
# shellcheck source=/dev/null
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"
SCRIPT=parts

load() {
  local part
  for part in say packages place processes; do
    # shellcheck source=/dev/null
    source "$ROOT/deploy/lib/$part.sh"
  done
}

# Runs a shell line with the parts loaded, as a user without rights where there is one to be had.
as_nobody() {
  local copy=$WORK/lib
  mkdir -p "$copy"
  cp "$ROOT"/deploy/lib/*.sh "$copy/"
  chmod 777 "$WORK" && chmod 755 "$copy"
  local line="SCRIPT=parts; for p in say packages place processes; do source $copy/\$p.sh; done; $1"
  if ((EUID == 0)); then
    try setpriv --reuid=65534 --regid=65534 --clear-groups -- env -i PATH="$PATH" ROOT=/nonexistent bash -ec "$line"
  else
    try env -i PATH="$PATH" ROOT=/nonexistent bash -ec "$line"
  fi
}

test_every_package_has_a_reason() {
  load
  { packages_to_build && packages_to_run && packages_for_database && packages_to_test; } |
    awk 'NF < 2 { exit 1 }' || wrong "a package without a reason"
}

# ── No server starts because of us ───────────────────────────────────────────────────────────────────────────────

test_a_policy_that_was_there_comes_back() {
  ((EUID == 0)) || return 0
  POLICY=$WORK/policy NO_CLUSTER=$WORK/d/none.conf
  load
  printf '#!/bin/sh\nexit 0\n' >"$POLICY"
  hold_services
  grep -q 'exit 101' "$POLICY" || wrong "services may start"
  [[ -x $POLICY ]] || wrong "the policy cannot be run"
  refuse_main_cluster
  grep -q 'create_main_cluster = false' "$NO_CLUSTER" || wrong "a cluster would be made"
  release_services
  grep -q 'exit 0' "$POLICY" || wrong "the policy is lost"
  [[ ! -e $WORK/d ]] || wrong "a folder was left"
}

test_what_a_killed_installation_left_is_undone() {
  ((EUID == 0)) || return 0
  POLICY=$WORK/policy NO_CLUSTER=$WORK/d/none.conf
  load
  hold_services
  refuse_main_cluster
  # Killed here; the next run begins like this.
  hold_services
  release_services
  [[ ! -e $POLICY && ! -e $POLICY.paradero-kept && ! -e $NO_CLUSTER ]] || wrong "something was left"
}

test_a_policy_of_somebody_else_is_not_removed() {
  ((EUID == 0)) || return 0
  POLICY=$WORK/policy NO_CLUSTER=$WORK/d/none.conf
  load
  printf '#!/bin/sh\nexit 101\n' >"$POLICY"
  release_services
  [[ -e $POLICY ]] || wrong "removed"
}

test_who_may_not_install_is_told_what_to_install() {
  as_nobody "dpkg-query() { return 1; }; sudo() { return 1; }; echo 'nginx HTTP in front' | need_packages"
  expect_code 77
  expect_says "nginx (HTTP in front)"
  expect_says "apt-get install --no-install-recommends nginx"
}

test_another_system_is_told_what_to_do() {
  as_nobody "PATH=/nonexistent; echo 'nginx HTTP in front' | need_packages"
  expect_code 69
  expect_says "not Debian"
}

# ── Folders ──────────────────────────────────────────────────────────────────────────────────────────────────────

test_a_socket_path_that_is_too_long_is_said() {
  mkdir -p "$WORK/$(printf 'a%.0s' {1..100})"
  chmod -R 777 "$WORK"
  as_nobody "mkdir $WORK/x; XDG_RUNTIME_DIR=\$(echo $WORK/aaaa*)/y; mkdir \$XDG_RUNTIME_DIR; choose_place demo"
  expect_code 73
  expect_says "too long for a Unix socket"
  expect_one_sentence
}

test_without_a_runtime_folder_sockets_lie_in_a_closed_one() {
  as_nobody "choose_place demo; make_folder \$EUID 755 \$SOCKETS; chmod 700 \$SOCKETS; stat -c '%a %n' \$SOCKETS; rmdir \$SOCKETS"
  expect_code 0
  expect_says "700 /tmp/paradero-"
}

test_a_folder_that_somebody_else_made_first_is_refused() {
  ((EUID == 0)) || return 0
  mkdir -m 777 "$WORK/theirs"
  as_nobody "make_folder \$EUID 755 $WORK/theirs"
  expect_code 77
  expect_says "belongs to another user"
}

test_a_link_in_the_place_of_a_folder_is_refused() {
  chmod 777 "$WORK"
  as_nobody "ln -s /etc $WORK/link; make_folder \$EUID 755 $WORK/link"
  expect_code 77
  expect_says "symbolic link"
}

test_too_little_space_is_said() {
  load
  try need_space "$WORK" 999999999 "this"
  expect_code 73
  expect_says "999999999 MB"
  expect_one_sentence
}

# ── Processes ────────────────────────────────────────────────────────────────────────────────────────────────────

test_a_process_is_known_by_its_start_and_not_by_its_number() {
  load
  STATE=$WORK
  sleep 100 &
  local pid=$!
  remember thing "$pid"
  [[ $(running thing) == "$pid" ]] || wrong "not found"
  # Another process with the same number.
  printf '%s %s\n' "$pid" 12345 >"$STATE/thing.pid"
  if running thing; then wrong "taken for ours"; fi
  stop thing TERM 1
  kill -0 "$pid" || wrong "somebody else's process was stopped"
  kill "$pid"
}

test_a_process_that_does_not_stop_is_ended() {
  load
  STATE=$WORK
  bash -c 'trap "" TERM; while true; do sleep 0.1; done' &
  remember stubborn $!
  sleep 0.5
  try stop stubborn TERM 1
  expect_says "did not stop in 1 seconds"
  if running stubborn; then wrong "still there"; fi
}

test_a_job_shows_its_failure_and_keeps_its_code() {
  load
  try shown "A job" "$WORK/log" bash -c 'echo what went wrong; exit 7'
  expect_code 7
  expect_says "what went wrong"
}

run_tests
