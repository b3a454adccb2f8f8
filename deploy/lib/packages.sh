# shellcheck shell=bash
# Debian packages: which are missing, why they are needed, and how to install them without starting any server.

# Each line: package, and what it is for. One table for each purpose; a test compares them with a bare Debian.
packages_to_build() {
  cat <<'TABLE'
libncurses6 what the Swift toolchain runs on
libsqlite3-0 what the Swift toolchain runs on
libcurl4 what the Swift toolchain runs on
binutils linking the program
libc6-dev linking the program
libstdc++-12-dev linking the program
libpq-dev the PostgreSQL client library's headers
libsodium-dev the cryptography library's headers
libssl-dev the headers of what libsodium lacks
libqrencode-dev the headers of the drawing of QR codes
pkgconf finding these libraries
TABLE
}

packages_to_run() {
  cat <<'TABLE'
libpq5 talking to PostgreSQL
libstdc++6 what the program was linked with
libsodium23 cryptography
libssl3 cryptography
libqrencode4 drawing QR codes for authenticator apps
tzdata the time zones of the facilities
nginx HTTP in front of the service
bubblewrap the walls around tools that read what strangers sent
file telling what a stranger's file is, by its bytes
libimage-exiftool-perl the time in a photo, and a copy without its place
poppler-utils pages and text of a PDF
python3 reading e-mails, by the parser of its own library
glpk-utils a solver that attacks what is to be published, before it is
weasyprint letters, packets and declarations as PDF files
fonts-liberation the letters of those files
fonts-dejavu-core other scripts in those files
TABLE
}

packages_for_database() {
  cat <<'TABLE'
postgresql-15 the records
postgresql-client-15 looking after the records
TABLE
}

packages_to_test() {
  cat <<'TABLE'
shellcheck checking the scripts
shfmt checking the scripts
python3-venv scripts and tools from PyPI
chromium browser tests
chromium-driver browser tests
age the backup drill
curl asking the service as a browser would
openssl a certificate for the test of TLS
python3-icalendar a second opinion on calendars
oathtool a second opinion on the codes of authenticator apps
procps looking for processes that should have ended
git the checks look at tracked files
msmtp a mailer, as the keeper uses one
python3-aiosmtpd a mail server that takes its messages
TABLE
}

is_installed() {
  [[ $(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null) == ii* ]]
}

# Installs what is missing of the lines on standard input.
need_packages() {
  local package why missing=()
  command -v dpkg-query >/dev/null || fail --code 69 \
    "This is not Debian: install the packages that deploy/lib/packages.sh names by hand, then say --no-packages."
  while read -r package why; do
    is_installed "$package" && continue
    missing+=("$package")
    say "  missing: $package ($why)"
  done
  ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

# Runs a command as root: as it is, or through sudo.
as_root() {
  if ((EUID == 0)); then "$@"; else sudo -- "$@"; fi
}

install_packages() {
  local log
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail --code 77 \
      "Packages are missing and this user cannot install them: as root, run “apt-get install --no-install-recommends $*”."
    step "Installing with sudo: $*"
    sudo -v || fail --code 77 \
      "sudo was refused: as root, run “apt-get install --no-install-recommends $*”, then start again."
  else
    step "Installing: $*"
  fi
  log=$(mktemp)
  hold_services
  if ! apt_install "$log" "$@"; then
    release_services
    fail --code 69 "Debian's packages could not be installed (see $log): connect this machine to its package mirror, or" \
      "run “apt-get update && apt-get install --no-install-recommends $*” as root yourself."
  fi
  disable_new_services
  release_services
  rm -f -- "$log"
}

apt_install() {
  local log=$1
  shift
  # Lists that are missing or old name versions that the mirror no longer has.
  if [[ -z $(find /var/lib/apt/lists -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null) ]]; then
    shown "Reading Debian's package lists" "$log" as_root apt-get update -q || return 1
  fi
  # postgresql-common goes first: its settings decide whether postgresql-15 creates and starts a cluster of its own.
  if [[ " $* " == *" postgresql-"* ]]; then
    apt_get "$log" postgresql-common || return 1
    refuse_main_cluster
  fi
  apt_get "$log" "$@"
}

apt_get() {
  local log=$1
  shift
  shown "Installing packages" "$log" as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    apt-get install -q -y --no-install-recommends \
    -o Dpkg::Options::=--force-confold -o DPkg::Lock::Timeout=120 "$@"
}

# ── No server starts because of us ───────────────────────────────────────────────────────────────────────────────
# Debian starts a server as soon as its package is installed, and again at each boot. Three things prevent it, and
# each is undone at the end, on Ctrl-C, and at the next run should this one be killed: a policy that refuses service
# starts; a setting that no default cluster be made; and new units are disabled. What was there before is not touched.

: "${POLICY:=/usr/sbin/policy-rc.d}" "${NO_CLUSTER:=/etc/postgresql-common/createcluster.d/paradero.conf}"
readonly POLICY_MARK='# Written by Paradero while it installs packages; safe to remove.'

hold_services() {
  release_services # what a killed run left
  SERVICES_HELD=1
  NEW_UNITS=()
  is_installed nginx || NEW_UNITS+=(nginx.service)
  is_installed postgresql-common || NEW_UNITS+=(postgresql.service)
  if [[ -e $POLICY ]]; then as_root mv -- "$POLICY" "$POLICY.paradero-kept"; fi
  printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" | as_root tee "$POLICY" >/dev/null
  as_root chmod 755 "$POLICY"
}

# For a script that ends early: a package installation that was begun is finished first, since half of one is worse.
finish_installing() {
  [[ -n ${SERVICES_HELD:-} ]] || return 0
  if [[ -n ${SHOWN_JOB:-} ]]; then
    warn "the packages that are being installed are finished first."
    wait "$SHOWN_JOB" 2>/dev/null || true
    SHOWN_JOB=
  fi
  release_services
}

refuse_main_cluster() {
  as_root mkdir -p "${NO_CLUSTER%/*}"
  printf '%s\ncreate_main_cluster = false\n' "$POLICY_MARK" | as_root tee "$NO_CLUSTER" >/dev/null
}

release_services() {
  if [[ -e $POLICY ]] && grep -qsF "$POLICY_MARK" "$POLICY"; then as_root rm -f -- "$POLICY"; fi
  if [[ -e $POLICY.paradero-kept ]]; then as_root mv -- "$POLICY.paradero-kept" "$POLICY"; fi
  if [[ -e $NO_CLUSTER ]]; then
    as_root rm -f -- "$NO_CLUSTER"
    as_root rmdir --ignore-fail-on-non-empty "${NO_CLUSTER%/*}"
  fi
  SERVICES_HELD=
}

# Units that came with this run would start at the next boot: nobody asked for that.
disable_new_services() {
  local unit
  for unit in ${NEW_UNITS[@]+"${NEW_UNITS[@]}"}; do
    if command -v systemctl >/dev/null; then
      as_root systemctl --quiet disable "$unit" >/dev/null 2>&1 || true
    elif command -v update-rc.d >/dev/null; then
      as_root update-rc.d "${unit%.service}" disable >/dev/null 2>&1 || true
    fi
    say "  Debian's own ${unit%.service} service is left off; Paradero runs one of its own."
  done
}
