#!/usr/bin/env bash
# Deleting deletes: words are planted wherever people's data lies, deleted in the ways that there are, and looked for in a
# dump, in every file of the server and in its log.
set -euo pipefail
# shellcheck source=/dev/null
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"
PATH=/usr/lib/postgresql/15/bin:$PATH
: "${PARADERO_PROGRAM:?deploy/test sets it}"

# PostgreSQL does not run as root.
if [[ $(id -u) == 0 ]]; then AS=(runuser -u postgres --); else AS=(); fi

# A server of its own, logging as a private one of deploy/up does, in a folder that can be searched when it is stopped.
start_server() {
  PLACE=$(mktemp -d)
  if [[ $(id -u) == 0 ]]; then chown postgres "$PLACE"; fi
  trap 'stop_server immediate; rm -rf -- "$PLACE"' EXIT
  (
    cd /
    "${AS[@]}" initdb -D "$PLACE/data" --auth=trust --encoding=UTF8 --locale=C.UTF-8 --username=owner >"$WORK/initdb.log"
    "${AS[@]}" tee -a "$PLACE/data/postgresql.conf" >/dev/null <<CONF
listen_addresses = ''
unix_socket_directories = '$PLACE'
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
min_wal_size = 32MB
max_wal_size = 32MB
wal_recycle = off
CONF
    "${AS[@]}" pg_ctl -D "$PLACE/data" -l "$PLACE/server.log" -w start >"$WORK/start.log"
  )
  PARADERO_DATABASE_URL="postgresql:///postgres?host=$PLACE&user=owner"
  export PARADERO_DATABASE_URL
  "$PARADERO_PROGRAM" migrate --kind test >/dev/null
}

stop_server() { (cd / && "${AS[@]}" pg_ctl -D "$PLACE/data" -m "$1" -w stop >"$WORK/stop.log" 2>&1) || true; }

ask() { PGOPTIONS='-c client_min_messages=warning' psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$PARADERO_DATABASE_URL" -c "$1"; }

# Each word once in what is deleted; “Quedaxyl” in what stays, so that the search is known to find.
WORDS=(Plantadaxyl Nombrexyl Clientexyl Notaxyl Lugarxyl Busquedaxyl Motivoxyl Buscadoxyl Llamadaxyl llamadaxyl Recadoxyl 914725836 813624957)

plant() {
  ask "
    insert into facility (code, name, origin) values ('OLD', 'A place', 'test');
    insert into office (name) values ('An office');
    insert into account (name, role, office_id, created_at)
      select 'rosa', 'attorney', id, now() - interval '9 years' from office;
    insert into source (name, kind, trust) values ('A roster', 'roster', 2), ('Another', 'roster', 2);
    insert into batch (source_id, kind, label, started_at, finished_at)
      select id, 'import', case id when 1 then 'Plantadaxyl.csv' end, now() - interval '99 days', now() - interval '99 days' from source;
    insert into person (batch_id) select b.id from batch b, generate_series(1, 300);
    insert into person_description (person_id, batch_id, full_name, given_names, reported_at)
      select p.id, p.batch_id, case when p.batch_id = 1 then 'Plantadaxyl ' else 'Quedaxyl ' end || p.id,
        case when p.batch_id = 1 then 'Nombrexyl' end, now() from person p;
    insert into person_identifier (person_id, batch_id, kind, value)
      select id, batch_id, 'a_number', '914725836' from person where batch_id = 1;
    insert into custody_event (person_id, batch_id, kind, place_text, precision, reported_at)
      select id, batch_id, 'sighting', 'Lugarxyl', 'unknown', now() from person where batch_id = 1;
    insert into open_search (name, a_number, opened_at, renewed_at, expires_at, due_at)
      select 'Busquedaxyl', '813624957', now() - interval '120 days', now() - interval '120 days',
        now() - interval '31 days', now() from generate_series(1, 50);
    insert into locator_attempt (locator, tried_at, inputs, result, who)
      select 'x', now() - interval '4 years', '{\"name\": \"Buscadoxyl\"}', 'no_match', 'rosa' from generate_series(1, 50);
    insert into visit_request (reference, facility_id, account_id, client_name, asker_role, tie, mode, created_at)
      select 'PV-00000' || n, f.id, a.id, 'Clientexyl', 'attorney', 'retained', 'contact', now() - interval '5 years'
      from account a, facility f, generate_series(1, 9) n;
    insert into visit_event (request_id, kind, happened_at, zone, recorded_at, account_id, observer, standing,
        is_first_hand, grade, note)
      select id, 'note', now() - interval '4 years', 'UTC', now() - interval '4 years', account_id, 'Rosa', 'requester',
        true, 'C', 'Notaxyl' from visit_request;
    insert into intake (form_key, account_id, taken_at, dependent, place, told, zone, happened_at, precision, what, basis,
        moved_at)
      select gen_random_uuid(), a.id, now() - interval '120 days', 'no', 'Llamadaxyl ' || n, 'Recadoxyl', 'UTC',
        now() - interval '120 days', 'day', 'arrest', 'told', now() - interval '120 days'
      from account a, generate_series(1, 50) n;
    select paradero.append_audit(now() - interval '4 years', 'nobody', 'merged', 'none', 'Motivoxyl', '{}')
      from generate_series(1, 20);
    select paradero.seal_audit(100);
    analyze" >/dev/null
  # As a program that errs would: what the server says of it must not bear the value.
  ask "insert into visit_request (reference, facility_id, account_id, client_name, asker_role, tie, mode)
    select 'PV-000001', 1, 1, 'Clientexyl', 'attorney', 'retained', 'contact'" >/dev/null 2>&1 || true
  ask "update batch set withdrawn_at = now() - interval '40 days', withdrawn_reason = 'test' where id = 1"
}

# In files of the server, in text as it is and as bytes; compressed values are short here and lie plain.
found_in() { grep -raoh -e "$1" "$2" 2>/dev/null | wc -l; }

test_what_was_deleted_is_nowhere() {
  local word
  start_server
  plant
  stop_server fast
  for word in "${WORDS[@]}"; do
    (($(found_in "$word" "$PLACE/data") > 0)) || wrong "$word was not planted, so that finding nothing would say nothing"
  done
  (cd / && "${AS[@]}" pg_ctl -D "$PLACE/data" -l "$PLACE/server.log" -w start >"$WORK/start.log")
  try "$PARADERO_PROGRAM" retention sweep --scrub
  expect_code 0
  try "$PARADERO_PROGRAM" audit verify
  expect_code 0
  pg_dump -d "$PARADERO_DATABASE_URL" >"$WORK/dump.sql"
  stop_server fast
  for word in "${WORDS[@]}"; do
    (($(found_in "$word" "$WORK/dump.sql") == 0)) || wrong "$word is in the dump"
    (($(found_in "$word" "$PLACE/data") == 0)) ||
      wrong "$word is in $(grep -ral -e "$word" "$PLACE/data" | sed "s|$PLACE/||" | tr '\n' ' ')"
    (($(found_in "$word" "$PLACE/server.log") == 0)) || wrong "$word is in the server's log"
  done
  grep -q Quedaxyl "$WORK/dump.sql" || wrong "what had to stay is not in the dump"
  (($(found_in Quedaxyl "$PLACE/data/base") > 0)) || wrong "what had to stay is not in the files"
}

run_tests
