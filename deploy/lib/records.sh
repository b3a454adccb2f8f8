# shellcheck shell=bash
# What is in the database: the schema, the facilities, the invented people, and who may sign in.

# Runs the program as whoever owns the database; it alone may migrate and load.
program() {
  (
    export PARADERO_DATABASE_URL=$OWNER_URL PARADERO_SHARE=$RUN/share/paradero
    as_user "$DATABASE_USER" "$RUN/bin/paradero" "$@"
  )
}

# Whether the program has a command of that name.
has_command() {
  "$RUN/bin/paradero" --help | grep -qE "^  $1  "
}

# The address that people type; an operator says it if a proxy with a certificate stands in front.
origin() { printf '%s' "${PARADERO_ORIGIN:-http://localhost:$PORT}"; }

# What the service is told: addresses of the roles that strangers' and staff's requests use, never the owner's.
service_environment() {
  local role
  unset PARADERO_DATABASE_URL
  export PARADERO_SOCKET=$WEB_SOCKET PARADERO_ORIGIN
  PARADERO_ORIGIN=$(origin)
  export PARADERO_SHARE=$RUN/share/paradero PARADERO_RUN=$RUN SWIFT_BACKTRACE=enable=no TMPDIR=$TEMPORARY
  export PARADERO_KEYS=$KEYS PARADERO_KEEPER_SOCKET=$KEEPER_SOCKET
  if [[ -n $OWN_DATABASE ]]; then
    for role in public staff index; do
      export "PARADERO_${role^^}_DATABASE_URL=$(database_url "$DATABASE" "paradero_$role")"
    done
  else
    export CREDENTIALS_DIRECTORY=$RUN/credentials
  fi
}

# What the keeper is told: the address of its own role, its own key, and how mail leaves.
keeper_environment() {
  unset PARADERO_DATABASE_URL
  export PARADERO_ORIGIN PARADERO_KEYS=$KEEPER_KEYS PARADERO_KEEPER_SOCKET=$KEEPER_SOCKET
  PARADERO_ORIGIN=$(origin)
  export PARADERO_SHARE=$RUN/share/paradero SWIFT_BACKTRACE=enable=no
  if [[ -n $OWN_DATABASE ]]; then
    export PARADERO_KEEPER_DATABASE_URL
    PARADERO_KEEPER_DATABASE_URL=$(database_url "$DATABASE" paradero_keeper)
  else
    export CREDENTIALS_DIRECTORY=$RUN/credentials-keeper
  fi
}

# The keys of a new installation, once. A key that a database was sealed with and that is gone is not replaced by another:
# the start then says what is missing.
make_keys() {
  RECOVERY_CODE=''
  if ! is_sealed service; then as_user "$SERVICE_USER" "$RUN/bin/paradero" keys make service --into "$KEYS" >/dev/null; fi
  as_user "$SERVICE_USER" "$RUN/bin/paradero" keys make signing --into "$KEYS" >/dev/null
  if ! as_user "$KEEPER_USER" test -e "$KEEPER_KEYS/keeper.key" && ! is_sealed keeper; then
    RECOVERY_CODE=$(as_user "$KEEPER_USER" "$RUN/bin/paradero" keys make keeper --into "$KEEPER_KEYS" | awk 'NF { line = $1 } END { print line }')
  fi
  hand_over_public_key
}

# Whether the database knows a key of that kind.
is_sealed() {
  [[ -n $OWN_DATABASE && $(sql "$DATABASE" "select exists (select from vault_key where kind = '$1')") == t ]]
}

# What the service seals with: no secret, and the keeper's folder is closed to it.
hand_over_public_key() {
  [[ -e $KEEPER_KEYS/keeper.pub ]] || return 0
  ! cmp -s -- "$KEEPER_KEYS/keeper.pub" "$KEYS/keeper.pub" || return 0
  cp -- "$KEEPER_KEYS/keeper.pub" "$KEYS/keeper.pub.new"
  own "$SERVICE_USER" 600 "$KEYS/keeper.pub.new"
  mv -- "$KEYS/keeper.pub.new" "$KEYS/keeper.pub"
}

prepare_records() {
  if [[ -n $OWN_DATABASE ]]; then
    OWNER_URL=$(database_url "$DATABASE" paradero_owner)
  else
    OWNER_URL=$PARADERO_DATABASE_URL
  fi
  step "Bringing the database up to date"
  done_by_program "Migrating" migrate --kind "$NAME"
  [[ -n $OWN_DATABASE ]] || give_roles_passwords
  if has_command "keys make"; then make_keys; fi
  if has_command "facilities load"; then done_by_program "Loading the facilities" facilities load; fi
  if [[ $NAME == demo ]]; then invent_people; fi
}

# On a database elsewhere the roles need passwords; they are made once, and the service alone can read them.
give_roles_passwords() {
  [[ ! -s $RUN/credentials/PARADERO_PUBLIC_DATABASE_URL ]] || return 0
  make_folder "$SERVICE_USER" 700 "$RUN/credentials"
  (
    export PARADERO_DATABASE_URL=$OWNER_URL
    as_user "$SERVICE_USER" "$RUN/bin/paradero" roles --into "$RUN/credentials" >/dev/null
  )
  # The keeper's address is the keeper's alone.
  make_folder "$KEEPER_USER" 700 "$RUN/credentials-keeper"
  mv -- "$RUN/credentials/PARADERO_KEEPER_DATABASE_URL" "$RUN/credentials-keeper/"
  own "$KEEPER_USER" 600 "$RUN/credentials-keeper/PARADERO_KEEPER_DATABASE_URL"
}

# A step of the program's: its own sentence is enough when it fails.
done_by_program() {
  local label=$1 code=0 name
  name=${2// /-}
  shift
  shown "$label" "$LOGS/$name.log" program "$@" || code=$?
  ((code == 0)) || exit "$code"
}

invent_people() {
  ((PEOPLE > 0)) && has_command sample || return 0
  [[ $(sql "$DATABASE" "select exists (select from person where is_sample)") == f ]] || return 0
  need_space "$CLUSTER" $((PEOPLE / 250 + 100)) "$PEOPLE invented people"
  done_by_program "Inventing $PEOPLE people" sample --people "$PEOPLE"
}

# Says where it is and what to try.
welcome() {
  say ""
  say "Paradero is ready: http://localhost:$PORT"
  case $NAME in
    demo)
      say "Everyone in it is invented."
      show_examples
      ;;
    production) say "It is for real records: it takes no invented people." ;;
  esac
  show_sign_ins
  if [[ -n ${RECOVERY_CODE:-} ]]; then
    say ""
    say "The keeper's recovery code, shown only now; write it on paper (README, “Keys”):"
    say "  $RECOVERY_CODE"
  fi
  say ""
  say "It answers on this machine alone, and its folder is $RUN. Ctrl-C stops it."
}

# Invented people as a relative might type them; the program knows whom every demonstration has.
show_examples() {
  has_command "sample examples" || return 0
  say ""
  say "Searches to try (misspelled on purpose, and found all the same):"
  program sample examples | while read -r line; do say "  $line"; done
}

# Runs the program as the service does, whose key nobody else reads.
as_service() {
  (
    service_environment
    as_user "$SERVICE_USER" "$RUN/bin/paradero" "$@"
  )
}

# How to sign in to the demonstration, or the one-time code of a new installation's operator.
show_sign_ins() {
  say ""
  case $NAME in
    demo)
      as_service sample code
      # Once: the accounts are there now.
      ! has_command "sample hotline" || as_service sample hotline >"$LOGS/sample-hotline.log" 2>&1 || true
      ! has_command "sample visits" || as_service sample visits >"$LOGS/sample-visits.log" 2>&1 || true
      ;;
    production) PARADERO_ORIGIN=$(origin) program account invite operator --role operator --if-none ;;
  esac
}
