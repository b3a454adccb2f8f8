# shellcheck shell=bash
# Where an installation lives and who it runs as.
#
# As root: data under /var/lib/paradero, sockets under /run, PostgreSQL as the user paradero-db, the service and nginx
# as the user paradero, so that whoever breaks into the service can neither read the database's files nor own its
# tables; the keeper as the user paradero-keeper, whose key nobody else reads. As an ordinary user: everything under run/ of the checkout, as that user.

readonly SOCKET_LIMIT=107 # bytes of a Unix socket's path, without the closing NUL

# Sets RUN and what lies in it from the installation's name and an optional folder.
choose_place() {
  local name=$1 folder=${2:-}
  if ((EUID == 0)); then
    SERVICE_USER=paradero DATABASE_USER=paradero-db KEEPER_USER=paradero-keeper
    RUN=${folder:-/var/lib/paradero/$name}
  else
    SERVICE_USER=$(id -un) DATABASE_USER=$SERVICE_USER KEEPER_USER=$SERVICE_USER
    RUN=${folder:-$ROOT/run/$name}
  fi
  [[ $RUN == /* ]] || RUN=$PWD/$RUN
  STATE=$RUN/state LOGS=$RUN/log CLUSTER=$RUN/postgres KEYS=$RUN/keys/service KEEPER_KEYS=$RUN/keys/keeper
  choose_sockets "$name" "$folder"
}

# A short folder in memory for sockets and nginx's temporary files.
choose_sockets() {
  local name=$1 folder=$2 mark
  # Two installations in different folders must not meet in one socket folder.
  mark=$(printf '%s' "$RUN" | sha256sum)
  mark=${mark:0:8}
  if ((EUID == 0)); then
    SOCKETS=/run/paradero/$name${folder:+-$mark}
  elif [[ -n ${XDG_RUNTIME_DIR:-} && -d $XDG_RUNTIME_DIR && -O $XDG_RUNTIME_DIR ]]; then
    SOCKETS=$XDG_RUNTIME_DIR/paradero-$mark
  else
    SOCKETS=/tmp/paradero-$EUID-$mark
  fi
  DATABASE_SOCKETS=$SOCKETS/db WEB_SOCKET=$SOCKETS/web/paradero.sock TEMPORARY=$SOCKETS/tmp
  KEEPER_SOCKET=$SOCKETS/keeper/keeper.sock
  local longest=$DATABASE_SOCKETS/.s.PGSQL.5432.lock
  ((${#longest} <= SOCKET_LIMIT)) || fail --code 73 \
    "The socket folder $SOCKETS is too long for a Unix socket ($SOCKET_LIMIT bytes): set XDG_RUNTIME_DIR to a shorter one."
}

# Makes the users and folders; run again it sets right what is wrong.
make_place() {
  if ((EUID == 0)); then
    make_user "$SERVICE_USER"
    make_user "$DATABASE_USER"
    make_user "$KEEPER_USER"
    # PostgreSQL gives its socket to this group, so that the service may reach it and nobody else may.
    id -nG "$DATABASE_USER" | tr ' ' '\n' | grep -qx "$SERVICE_USER" || usermod -aG "$SERVICE_USER" "$DATABASE_USER"
    # The keeper reaches the database's socket, and the service the keeper's.
    id -nG "$KEEPER_USER" | tr ' ' '\n' | grep -qx "$SERVICE_USER" || usermod -aG "$SERVICE_USER" "$KEEPER_USER"
    mkdir -p /run/paradero /var/lib/paradero
    chmod 755 /run/paradero /var/lib/paradero
  fi
  make_folder "$EUID" 755 "$RUN"
  make_folder "$EUID" 700 "$STATE"
  make_folder "$EUID" 755 "$LOGS" "$RUN/bin" "$RUN/share"
  make_folder "$DATABASE_USER" 700 "$CLUSTER" "$LOGS/postgres"
  make_folder "$EUID" 755 "$RUN/keys"
  make_folder "$SERVICE_USER" 700 "$KEYS"
  make_folder "$KEEPER_USER" 700 "$KEEPER_KEYS"
  make_folder "$EUID" 755 "$SOCKETS"
  make_folder "$DATABASE_USER" 750 "$DATABASE_SOCKETS"
  make_folder "$SERVICE_USER" 750 "${WEB_SOCKET%/*}"
  make_folder "$SERVICE_USER" 700 "$TEMPORARY"
  make_folder "$KEEPER_USER" 750 "${KEEPER_SOCKET%/*}"
  if ((EUID == 0)); then
    chgrp "$SERVICE_USER" "$DATABASE_SOCKETS" "${KEEPER_SOCKET%/*}"
    # A socket that is made in it belongs to the folder's group.
    chmod 2750 "${KEEPER_SOCKET%/*}"
  else
    chmod 700 "$SOCKETS"
  fi
}

# An ordinary system user without a login.
make_user() {
  id -u "$1" >/dev/null 2>&1 && return
  useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin \
    --comment "Paradero" "$1" || fail --code 77 "The system user $1 could not be made: make it with useradd --system $1."
  say "  made the system user $1"
}

#   make_folder USER MODE FOLDER…
make_folder() {
  local user=$1 mode=$2 folder
  shift 2
  for folder in "$@"; do
    # A folder in /tmp that somebody else made first, or a link, is a trap.
    [[ ! -L $folder ]] || fail --code 77 "$folder is a symbolic link: remove it, then start again."
    if [[ -d $folder && ! -O $folder ]] && ((EUID != 0)); then
      fail --code 77 "$folder belongs to another user: remove it, or say --run with a folder of your own."
    fi
    mkdir -p -- "$folder" 2>/dev/null ||
      fail --code 73 "The folder $folder cannot be made: say --run with a folder that this user may write to."
    own "$user" "$mode" "$folder"
  done
}

#   own USER MODE PATH…
own() {
  local user=$1 mode=$2
  shift 2
  if ((EUID == 0)); then chown -- "$user" "$@"; fi
  chmod -- "$mode" "$@"
}

# Sets BECOME to what turns the next command into that user's. Secrets travel in the environment, which is kept:
# arguments are visible to every user of the machine.
become() {
  BECOME=(env)
  if ((EUID == 0)); then BECOME=(setpriv "--reuid=$1" "--regid=$1" --init-groups --); fi
}

# Runs a command as a user.
as_user() {
  become "$1"
  shift
  "${BECOME[@]}" "$@"
}

# Free kilobytes where a folder lies or will lie.
free_kilobytes() {
  local folder=$1
  while [[ ! -d $folder ]]; do folder=$(dirname -- "$folder"); done
  df -Pk -- "$folder" | awk 'NR == 2 { print $4 }'
}

#   need_space FOLDER MEGABYTES WHAT-FOR
need_space() {
  local free=$(($(free_kilobytes "$1") / 1024))
  ((free >= $2)) || fail --code 73 \
    "Only $free MB are free where $1 lies, and $3 needs $2 MB: free some, or say --run with a folder on another disk."
}

# One at a time: descriptor 9 holds the lock until the script ends, however it ends.
take_lock() {
  exec 9>>"$STATE/lock"
  flock -n 9 && return
  fail --code 75 "Paradero already runs from $RUN; open it, or stop it with “deploy/up --stop${1:+ $1}”."
}
