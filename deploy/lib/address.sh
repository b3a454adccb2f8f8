# shellcheck shell=bash
# Addresses of databases that hold a password, for programs whose arguments every user of the machine can see.

# Sets ADDRESS to the address without its password, and PGPASSWORD to the password.
hide_password() {
  ADDRESS=$1
  if [[ $1 =~ ^(postgres(ql)?://[^:/@?]*):([^@/?]*)@(.*)$ ]]; then
    ADDRESS=${BASH_REMATCH[1]}@${BASH_REMATCH[4]}
    local encoded=${BASH_REMATCH[3]}
    printf -v PGPASSWORD '%b' "${encoded//%/\\x}"
    export PGPASSWORD
  elif [[ $1 == *password=* ]]; then
    fail --code 78 "An address that holds a password must have the form postgresql://user:password@host/database."
  fi
}

# A secret from the environment, or from a file of its name in systemd's credentials.
secret() {
  local value=${!1:-}
  if [[ -z $value && -n ${CREDENTIALS_DIRECTORY:-} && -r $CREDENTIALS_DIRECTORY/$1 ]]; then
    value=$(<"$CREDENTIALS_DIRECTORY/$1")
  fi
  printf '%s' "$value"
}

need_age() {
  command -v age >/dev/null || fail --code 69 "age is missing: install Debian's package age."
}

# PostgreSQL's own programs: those of the version in use come before older ones on the PATH.
find_clients() {
  if [[ -d /usr/lib/postgresql/15/bin ]]; then PATH=/usr/lib/postgresql/15/bin:$PATH; fi
  command -v pg_dump >/dev/null ||
    fail --code 69 "PostgreSQL's programs are missing: install Debian's postgresql-client-15."
}

# Each table and how many rows it holds, as one statement that the database itself puts together.
readonly COUNT_ROWS="
  select format('select %L || '' '' || count(*) from %I.%I', n.nspname || '.' || c.relname, n.nspname, c.relname)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  order by n.nspname, c.relname"
