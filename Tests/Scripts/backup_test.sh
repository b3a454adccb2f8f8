#!/usr/bin/env bash
# The backup drill: a database is written to an encrypted file and comes back whole, and nothing else comes back.
set -euo pipefail
# shellcheck source=/dev/null
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"
PATH=/usr/lib/postgresql/15/bin:$PATH
: "${PARADERO_TEST_DATABASE_URL:?deploy/test sets it}" "${PARADERO_PROGRAM:?deploy/test sets it}"

# The address of another database of the test server.
at() { sed -E "s|^(postgresql://[^/]*/)[^?]*|\1$1|" <<<"$PARADERO_TEST_DATABASE_URL"; }

ask() { PGOPTIONS='-c client_min_messages=warning' psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$(at "$1")" -c "$2"; }

# Two databases, the first with people in it, and two keys.
set_up() {
  SOURCE=drill_source_$$ COPY=drill_copy_$$
  ask postgres "drop database if exists $SOURCE" && ask postgres "drop database if exists $COPY"
  ask postgres "create database $SOURCE template template0 encoding 'UTF8'"
  ask postgres "create database $COPY template template0 encoding 'UTF8'"
  trap 'ask postgres "drop database if exists $SOURCE with (force)"; ask postgres "drop database if exists $COPY with (force)"' EXIT
  PARADERO_DATABASE_URL=$(at "$SOURCE") "$PARADERO_PROGRAM" migrate --kind demo >/dev/null
  plant_people
  age-keygen -o "$WORK/key" 2>/dev/null
  age-keygen -o "$WORK/other" 2>/dev/null
  PUBLIC=$(age-keygen -y "$WORK/key")
  # As the role that backups are made by, which may read and nothing else.
  PARADERO_BACKUP_DATABASE_URL=$(at "$SOURCE" | sed -E 's/([?&]user=)[^&]*/\1paradero_backup/')
  export PARADERO_BACKUP_DATABASE_URL
}

# A word that is looked for on the disk, and enough rows for a count to mean something.
plant_people() {
  ask "$SOURCE" "
    insert into source (name, kind, trust, is_public) values ('drill', 'roster', 2, true);
    insert into batch (source_id, kind, label, started_at, finished_at)
      select id, 'import', 'drill', now(), now() from source;
    insert into person (batch_id, is_sample) select b.id, false from batch b, generate_series(1, 500);
    insert into person_description (person_id, batch_id, full_name, reported_at)
      select id, batch_id, 'Plantada Xiomarazul ' || id, now() from person;
    insert into facility (code, name, origin) values ('DRILL', 'A place', 'drill');
    insert into office (name) values ('An office that alone sees its requests');
    insert into account (name, role, office_id) select 'drill', 'attorney', id from office;
    insert into visit_request (reference, facility_id, office_id, account_id, client_name, asker_role, tie, mode)
      select 'PV-00000' || n, f.id, a.office_id, a.id, 'Plantada Xiomarazul', 'attorney', 'retained', 'contact'
      from facility f, account a, generate_series(1, 7) n"
}

back_up() { try "$ROOT/deploy/backup" --to "$WORK/backups" "$@"; }
restore() { PARADERO_DATABASE_URL=$(at "$COPY") try "$ROOT/deploy/restore" "$@"; }

test_a_backup_comes_back_whole() {
  set_up
  back_up --recipient "$PUBLIC"
  expect_code 0
  restore --identity "$WORK/key" "$WORK"/backups/*.dump.age
  expect_code 0
  expect_says "each count as in the backup"
  [[ $(ask "$COPY" "select count(*) from person_description where full_name like 'Plantada%'") == 500 ]] || wrong "rows"
  local query="select md5(string_agg(d::text, '|' order by id)) from person_description d"
  [[ $(ask "$COPY" "$query") == "$(ask "$SOURCE" "$query")" ]] || wrong "the rows differ"
  PARADERO_DATABASE_URL=$(at "$COPY") try "$PARADERO_PROGRAM" migrate
  expect_code 0
  expect_says "already"
  # The rights came along: strangers' role still reads no names.
  [[ $(ask "$COPY" "select has_table_privilege('paradero_public', 'person_description', 'select')") == f ]] || wrong "rights"
}

test_nothing_readable_lies_on_the_disk() {
  set_up
  export TMPDIR=$WORK/tmp
  mkdir -p "$TMPDIR"
  back_up --recipient "$PUBLIC"
  expect_code 0
  # age's header says what it is; the planted name must be nowhere, compressed or not.
  if grep -raq "Xiomarazul" "$WORK/backups" "$TMPDIR"; then wrong "a name lies in the clear"; fi
  [[ -z $(ls -A "$TMPDIR") ]] || wrong "something was left in the temporary folder"
  local file
  for file in "$WORK"/backups/*; do
    [[ $(stat -c %a "$file") == 600 ]] || wrong "$file has mode $(stat -c %a "$file")"
  done
  head -c 21 "$WORK"/backups/*.dump.age | grep -q '^age-encryption.org/v1' || wrong "not encrypted"
}

test_any_of_several_keys_opens_it_and_no_other() {
  set_up
  age-keygen -o "$WORK/second" 2>/dev/null
  back_up --recipient "$PUBLIC" --recipient "$(age-keygen -y "$WORK/second")"
  expect_code 0
  restore --identity "$WORK/other" "$WORK"/backups/*.dump.age
  expect_code 65
  expect_says "does not open this backup"
  expect_one_sentence
  restore --identity "$WORK/second" "$WORK"/backups/*.dump.age
  expect_code 0
}

test_a_changed_backup_is_refused() {
  set_up
  back_up --recipient "$PUBLIC"
  local file
  file=$(ls "$WORK"/backups/*.dump.age)
  printf 'x' | dd of="$file" bs=1 seek=4000 conv=notrunc 2>/dev/null
  restore --identity "$WORK/key" "$file"
  expect_code 65
  expect_says "checksum differs"
  expect_one_sentence
  [[ $(ask "$COPY" "select count(*) from pg_class where relname = 'person'") == 0 ]] || wrong "something was restored"
}

test_a_database_that_holds_something_is_refused() {
  set_up
  back_up --recipient "$PUBLIC"
  ask "$COPY" "create table there (x int)"
  restore --identity "$WORK/key" "$WORK"/backups/*.dump.age
  expect_code 65
  expect_says "not empty"
  expect_one_sentence
}

test_a_server_that_does_not_answer_leaves_no_file() {
  PUBLIC=$(age-keygen 2>/dev/null | sed -n 's/^# public key: //p')
  export PARADERO_BACKUP_DATABASE_URL="postgresql:///x?host=$WORK"
  back_up --recipient "$PUBLIC"
  expect_code 69
  [[ -z $(ls -A "$WORK/backups") ]] || wrong "files were left: $(ls "$WORK/backups")"
}

test_a_password_is_not_shown_to_other_users() {
  # shellcheck source=/dev/null
  source "$ROOT/deploy/lib/say.sh"
  # shellcheck source=/dev/null
  source "$ROOT/deploy/lib/address.sh"
  hide_password "postgresql://keeper:pa%40ss@db.example/records?sslmode=require"
  [[ $ADDRESS == "postgresql://keeper@db.example/records?sslmode=require" ]] || wrong "$ADDRESS"
  [[ $PGPASSWORD == "pa@ss" ]] || wrong "the password was lost"
}

test_old_backups_are_removed() {
  set_up
  mkdir -p "$WORK/backups"
  touch -d '40 days ago' "$WORK/backups/paradero-20200101T000000Z.dump.age"
  touch -d '20 days ago' "$WORK/backups/paradero-20200121T000000Z.dump.age"
  back_up --recipient "$PUBLIC" --keep-days 30
  expect_code 0
  [[ ! -e $WORK/backups/paradero-20200101T000000Z.dump.age ]] || wrong "an old backup was kept"
  [[ -e $WORK/backups/paradero-20200121T000000Z.dump.age ]] || wrong "a younger backup was removed"
}

run_tests
