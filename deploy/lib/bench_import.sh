# shellcheck shell=bash
# deploy/bench import: an import of a roster beside the plain INSERT … SELECT of the rows that it made.
#
# Both run on one server with the settings of deploy/up, one after the other, into tables with all their indexes. The
# plain run copies table by table from unlogged tables of another database that hold what the import made. Seconds on
# the clock are what counts; seconds of processors, of the program and of the server's processes, tell whether
# something else was using the machine.

PLAIN_TABLES=(person person_description unnamed_description person_identifier custody_event imported_row)

bench_import_usage() {
  cat <<'HELP'
  import    an import of a roster beside the plain INSERT … SELECT of the same rows
            --rows N (1000000)  --seed S (1)
HELP
}

bench_import() {
  local rows=1000000 seed=1 file=$RUN/bench/roster.csv
  while (($# > 0)); do
    case $1 in
      --rows) rows=$(whole "$1" "${2:-}") ;;
      --seed) seed=$(whole "$1" "${2:-}") ;;
      *) fail --code 64 "There is no option “$1” of “import”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  step "Writing a roster of $rows rows"
  python3 -B "$ROOT/deploy/lib/rosters.py" roster "$rows" "$seed" "$ROOT/sql/seed" >"$file"
  chmod 644 -- "$file"
  say "  $(du -h --apparent-size -- "$file" | cut -f 1) in $file"
  fresh_database bench_import
  fresh_database bench_plain
  measure_import "$file"
  measure_plain
  compare_import "$rows"
}

# A database as a new installation has it, places included.
#   fresh_database NAME [KIND]
fresh_database() {
  [[ $(sql postgres "select 1 from pg_database where datname = '$1'") != 1 ]] || sql postgres "drop database $1" >/dev/null
  make_database "$1"
  program "$1" migrate --kind "${2:-test}" >/dev/null
  program "$1" facilities load >/dev/null
}

measure_import() {
  local result=$RUN/bench/import.txt
  step "Importing"
  sql postgres checkpoint
  IMPORT_CPU=$(server_cpu)
  program bench_import import records "$1" --source "bench" --source-kind roster --rejects "$RUN/bench/rejects.csv" |
    sed 's/^/  /'
  read -r IMPORT_SECONDS IMPORT_MEMORY PROGRAM_CPU <"$result"
  IMPORT_CPU=$(awk "BEGIN { print $(server_cpu) - $IMPORT_CPU + $PROGRAM_CPU }")
}

measure_plain() {
  local table statements
  step "Copying what it made, for the plain run"
  copy_rows source "select id, name, kind, trust, is_public, who, created_at from source where name = 'bench'" \
    "(id, name, kind, trust, is_public, who, created_at)"
  copy_rows batch "select id, source_id, kind, started_at from batch" "(id, source_id, kind, started_at)"
  for table in "${PLAIN_TABLES[@]}"; do
    sql bench_plain "create unlogged table plain_$table (like $table)" >/dev/null
    copy_rows "plain_$table" "select * from $table" ""
  done
  statements=$(plain_statements)
  sql bench_plain "analyze" >/dev/null
  sql postgres checkpoint
  step "Running the plain INSERT … SELECT"
  PLAIN_CPU=$(server_cpu)
  PLAIN_SECONDS=$(as_user "$DATABASE_USER" "$POSTGRES_BIN/psql" -X -q -A -t -v ON_ERROR_STOP=1 \
    -h "$DATABASE_SOCKETS" -U paradero_owner -d bench_plain -c "$statements" | tail -n 1)
  PLAIN_CPU=$(awk "BEGIN { print $(server_cpu) - $PLAIN_CPU }")
}

# Processor seconds of the server's processes that have ended; a session's count when it has.
server_cpu() {
  local pid
  sleep 0.5
  pid=$(as_user "$DATABASE_USER" head -n 1 "$CLUSTER/postmaster.pid")
  awk -v ticks="$(getconf CLK_TCK)" '{ print ($16 + $17) / ticks }' "/proc/$pid/stat"
}

#   copy_rows TABLE QUERY COLUMNS: from the database of the import to that of the plain run
copy_rows() {
  sql bench_import "copy ($2) to stdout" | sql bench_plain "copy $1 $3 from stdin"
}

# One transaction, each table's own columns; generated ones are made by the server as they are in an import.
plain_statements() {
  local table columns
  echo "begin; create temporary table clock as select clock_timestamp() as started;"
  for table in "${PLAIN_TABLES[@]}"; do
    columns=$(sql bench_plain "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
      where attrelid = '$table'::regclass and attnum > 0 and not attisdropped and attgenerated = ''")
    echo "insert into $table ($columns) select $columns from plain_$table;"
  done
  echo "commit; select round(extract(epoch from clock_timestamp() - started), 3) from clock;"
}

compare_import() {
  local taken
  taken=$(sql bench_import "select rows_accepted from batch")
  python3 - "$1" "$taken" "$IMPORT_SECONDS" "$PLAIN_SECONDS" "$IMPORT_MEMORY" \
    "$IMPORT_CPU" "$PLAIN_CPU" <<'PYTHON'
import sys
rows, taken, ours, plain, memory, our_cpu, plain_cpu = int(sys.argv[1]), int(sys.argv[2]), *map(float, sys.argv[3:])
print(f"import: {rows} rows, {taken} new, in {ours:.1f} s: {rows / ours:,.0f} rows/s; at most {memory / 1024:.0f} MB")
print(f"plain INSERT … SELECT of what it made: {plain:.1f} s: {taken / plain:,.0f} rows/s")
print(f"processors: import {our_cpu:.1f} s, plain {plain_cpu:.1f} s")
print(f"the import runs at {plain / ours:.2f} of the plain rate (goal: at least 0.50)")
sys.exit(0 if plain / ours >= 0.5 else 1)
PYTHON
}
