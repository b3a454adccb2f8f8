# shellcheck shell=bash
# The private PostgreSQL: reached by a Unix socket only, with data checksums, and with a log that holds no one's data.

readonly POSTGRES_VERSION=15

# Sets POSTGRES_BIN to the folder of the server's programs.
find_postgres() {
  POSTGRES_BIN=/usr/lib/postgresql/$POSTGRES_VERSION/bin
  [[ -x $POSTGRES_BIN/postgres ]] || fail --code 69 \
    "PostgreSQL $POSTGRES_VERSION is not installed: install Debian's postgresql-$POSTGRES_VERSION, or say PARADERO_DATABASE_URL with --production."
}

# Makes the cluster if it is not there; refuses one that another version made.
make_cluster() {
  local made_by
  if [[ -f $CLUSTER/PG_VERSION ]]; then
    made_by=$(<"$CLUSTER/PG_VERSION")
    [[ $made_by == "$POSTGRES_VERSION" ]] || fail --code 69 \
      "The database in $CLUSTER was made by PostgreSQL $made_by and this is $POSTGRES_VERSION: upgrade it with pg_upgrade, or say --run with another folder."
    return
  fi
  # What an interrupted start left has no version file and no data.
  if [[ -n $(ls -A -- "$CLUSTER") ]]; then find "$CLUSTER" -mindepth 1 -delete; fi
  # fsync stays on here: a machine that loses power right after this must not be left with half a cluster.
  shown "Making the database server" "$LOGS/initdb.log" as_user "$DATABASE_USER" "$POSTGRES_BIN/initdb" \
    --pgdata="$CLUSTER" --username=paradero_owner --auth=peer --data-checksums \
    --encoding=UTF8 --locale=C.UTF-8 || fail --code 73 "The database server could not be made; see $LOGS/initdb.log."
}

# Writes the server's settings and who may connect; every start writes them anew, so that an upgrade brings its own.
#   configure_cluster [EXTRA-SETTING…]
configure_cluster() {
  local conf=$CLUSTER/paradero.conf
  {
    server_settings
    memory_settings
    (($# == 0)) || printf '%s\n' "$@"
  } | as_user "$DATABASE_USER" tee "$conf" >/dev/null
  as_user "$DATABASE_USER" grep -q "^include 'paradero.conf'" "$CLUSTER/postgresql.conf" ||
    echo "include 'paradero.conf'" | as_user "$DATABASE_USER" tee -a "$CLUSTER/postgresql.conf" >/dev/null
  # Who one is to the system decides who one may be to the database; there is no password to lose.
  echo 'local all all peer map=paradero' | as_user "$DATABASE_USER" tee "$CLUSTER/pg_hba.conf" >/dev/null
  identities | as_user "$DATABASE_USER" tee "$CLUSTER/pg_ident.conf" >/dev/null
}

identities() {
  local role
  echo "paradero $DATABASE_USER paradero_owner"
  for role in backup keeper public staff index; do echo "paradero $DATABASE_USER paradero_$role"; done
  [[ $SERVICE_USER == "$DATABASE_USER" ]] && return
  for role in public staff index; do echo "paradero $SERVICE_USER paradero_$role"; done
  echo "paradero $KEEPER_USER paradero_keeper"
}

server_settings() {
  cat <<CONF
# Written by deploy/lib/database.sh at each start.
listen_addresses = ''
unix_socket_directories = '$DATABASE_SOCKETS'
unix_socket_permissions = 0770
unix_socket_group = '$(id -gn "$SERVICE_USER")'
max_connections = 60
password_encryption = 'scram-sha-256'
wal_compression = on
max_wal_size = 2GB
checkpoint_timeout = 15min
random_page_cost = 1.1
# Short queries lose more to compiling than they gain.
jit = off

# The log. PostgreSQL's defaults write the values of rows and statements into it: a failed statement's message may
# quote a value, so messages of statements (ERROR and below) do not reach the log at all; the service logs their code.
logging_collector = on
log_directory = '$LOGS/postgres'
log_filename = 'postgres-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_file_mode = 0600
log_line_prefix = '%m [%p] '
log_min_messages = log
log_error_verbosity = terse
log_min_error_statement = panic
log_statement = 'none'
log_duration = off
log_min_duration_statement = -1
log_min_duration_sample = -1
log_transaction_sample_rate = 0
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_connections = off
log_disconnections = off
log_lock_waits = off
log_temp_files = -1
log_autovacuum_min_duration = -1
debug_print_parse = off
debug_print_rewritten = off
debug_print_plan = off
# pg_stat_activity shows the statements of others to superusers: the least it can keep.
track_activity_query_size = 100
CONF
}

# A quarter of the memory for PostgreSQL's cache, at most 1 GB: 256 MB or so on a machine of 2 GB after the rest.
memory_settings() {
  local megabytes cache
  megabytes=$(($(awk '/^MemTotal:/ { print $2 }' /proc/meminfo) / 1024))
  cache=$((megabytes / 8))
  ((cache >= 64)) || cache=64
  ((cache <= 1024)) || cache=1024
  cat <<CONF

shared_buffers = ${cache}MB
effective_cache_size = $((megabytes / 2))MB
work_mem = 8MB
maintenance_work_mem = $((cache / 4 < 64 ? 64 : cache / 4))MB
huge_pages = try
CONF
}

start_database() {
  local tick
  start postgres "$DATABASE_USER" "$LOGS/postgres-start.log" "$POSTGRES_BIN/postgres" -D "$CLUSTER"
  for ((tick = 0; tick < 600; tick++)); do
    running postgres >/dev/null || break
    if as_user "$DATABASE_USER" "$POSTGRES_BIN/pg_isready" -q -h "$DATABASE_SOCKETS" 2>/dev/null; then return; fi
    sleep 0.1
    ((tick % 50 != 49)) || say "  waiting for the database server ($(((tick + 1) / 10)) s)"
  done
  tail -n 5 -q -- "$LOGS/postgres-start.log" "$LOGS"/postgres/*.log 2>/dev/null | grep -E 'FATAL|PANIC|HINT' | tail -n 4 >&2 || true
  fail --code 69 "The database server did not start; see $LOGS/postgres-start.log and $LOGS/postgres."
}

# Runs a statement as the owner and prints the bare result.
#   sql DATABASE STATEMENT
sql() {
  as_user "$DATABASE_USER" env -C / "$POSTGRES_BIN/psql" -X -q -A -t -v ON_ERROR_STOP=1 \
    -h "$DATABASE_SOCKETS" -U paradero_owner -d "$1" -c "$2"
}

make_database() {
  [[ $(sql postgres "select 1 from pg_database where datname = '$1'") == 1 ]] ||
    sql postgres "create database $1" >/dev/null
}

# The address of a database for a role; nothing in it is secret, since peer authentication decides.
database_url() {
  printf 'postgresql:///%s?host=%s&user=%s' "$1" "${DATABASE_SOCKETS//\//%2F}" "$2"
}
