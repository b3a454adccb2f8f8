# shellcheck shell=bash
# Builds the program and puts a copy where the serving user can read it.

# Sets SWIFT to the compiler driver.
find_swift() {
  local candidate
  SWIFT=$(command -v swift || true)
  # sudo keeps neither PATH nor home: the home of who called it is looked at as well.
  local home
  home=$(getent passwd "${SUDO_USER:-$EUID}" | cut -d: -f6)
  for candidate in /opt/swift/usr/bin/swift /usr/libexec/swift/bin/swift "$home/.local/share/swiftly/bin/swift"; do
    [[ -z $SWIFT && -x $candidate ]] && SWIFT=$candidate
  done
  [[ -n $SWIFT ]] || fail --code 69 \
    "Swift was not found: install Swift 6.3 from swift.org and put it on the PATH, or say --binary FILE with a program built elsewhere."
  local said version
  said=$("$SWIFT" --version 2>&1) || fail --code 69 \
    "$SWIFT does not run (${said##*$'\n'}): install what Swift needs from the list at swift.org, or say --binary FILE."
  version=$(grep -oE 'Swift version [0-9]+\.[0-9]+' <<<"$said" | grep -oE '[0-9]+\.[0-9]+' | head -n 1 || true)
  [[ $(printf '6.3\n%s\n' "$version" | sort -V | head -n 1) == 6.3 ]] ||
    fail --code 69 "Swift ${version:-of an unknown version} is too old: install Swift 6.3, or say --binary FILE."
}

# Everything that the program is made of, as one number.
fingerprint() {
  (
    cd -- "$ROOT" || exit
    "$SWIFT" --version 2>/dev/null
    find Package.swift Sources sql -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  ) | sha256sum | cut -c 1-64
}

# Builds a release if anything changed since the installed copy was made, and installs it.
build_program() {
  local print scratch
  find_swift
  print=$(fingerprint)
  if [[ -x $RUN/bin/paradero && $(cat -- "$RUN/bin/fingerprint" 2>/dev/null) == "$print" ]]; then
    step "The program is built already"
    return
  fi
  need_space "$ROOT" 1500 "the build"
  scratch=$ROOT/.build
  # A checkout that belongs to someone else is left as it is: files of root in it would stop its owner's next build.
  [[ -w $ROOT && -O $ROOT ]] || scratch=$RUN/build
  step "Building the program (a few minutes the first time)"
  shown "Building" "$LOGS/build.log" "$SWIFT" build --package-path "$ROOT" --scratch-path "$scratch" \
    -c release --static-swift-stdlib --product paradero --explicit-target-dependency-import-check error ||
    fail "The program was not built; the whole output is in $LOGS/build.log."
  install_program "$scratch/release/paradero" "$ROOT/sql" "$print"
}

# Puts the program and its data files under the run folder: a checkout may lie where the serving user cannot enter.
#   install_program BINARY DATA-FOLDER FINGERPRINT
install_program() {
  local share=$RUN/share/paradero folder
  need_space "$RUN" 200 "the program"
  rm -f -- "$RUN/bin/fingerprint"
  # A running program's file cannot be overwritten, but it can be replaced.
  install -m 755 -- "$1" "$RUN/bin/paradero.new"
  mv -f -- "$RUN/bin/paradero.new" "$RUN/bin/paradero"
  rm -rf -- "$share.new"
  mkdir -p -- "$share.new"
  for folder in seed names rulebook; do
    if [[ -d $2/$folder ]]; then cp -R -- "$2/$folder" "$share.new/"; fi
  done
  chmod -R u=rwX,go=rX "$RUN/share"
  rm -rf -- "$share"
  mv -- "$share.new" "$share"
  printf '%s\n' "$3" >"$RUN/bin/fingerprint"
}

# Uses a program that was built elsewhere; its data files lie beside it, in this checkout, or where they were put.
use_binary() {
  local data print
  [[ -f $1 && -x $1 ]] || fail --code 66 "$1 is not a program: say --binary with the file that was built elsewhere."
  "$1" version >/dev/null 2>&1 || fail --code 69 \
    "$1 does not run here: build it on Debian 12 for $(uname -m), and see “ldd $1” for libraries that are missing."
  data=$(cd -- "$(dirname -- "$1")/.." && pwd)/share/paradero
  [[ -d $data/seed ]] || data=$ROOT/sql
  print=$(sha256sum -- "$1" | cut -c 1-64)
  if [[ $(cat -- "$RUN/bin/fingerprint" 2>/dev/null) == "$print" ]]; then return; fi
  step "Installing the program $1"
  install_program "$1" "$data" "$print"
}
