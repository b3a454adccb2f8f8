# shellcheck shell=bash
# deploy/bench fuzz: arbitrary bytes through everything that reads names, with the toolchain's libFuzzer. An input that
# breaks something is kept, and becomes a test.

bench_fuzz_usage() {
  cat <<'HELP'
  fuzz      arbitrary bytes through parsing, transliterating, comparing and searching names (libFuzzer)
            --inputs N (10000000)  --workers N (2)
            --address watches memory too, which takes four times as long
HELP
}

bench_fuzz() {
  local inputs=10000000 workers=2 folder=$RUN/bench/fuzz made worker since code=0 watched=fuzzer
  while (($# > 0)); do
    case $1 in
      --inputs) inputs=$(whole "$1" "${2:-}") ;;
      --workers) workers=$(whole "$1" "${2:-}") ;;
      --address)
        watched=fuzzer,address
        shift
        continue
        ;;
      *) fail --code 64 "There is no option “$1” of “fuzz”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  # What is fuzzed is compiled with strict memory safety and has no unsafe line; a trap ends the program as it is.
  FUZZ_FLAGS+=("-sanitize=$watched")
  find_swift
  mkdir -p -- "$folder/corpus" "$folder/found"
  step "Building the fuzzed program"
  fuzz_module CivilTime "$ROOT"/Sources/CivilTime
  fuzz_module Linkage "$ROOT"/Sources/Linkage
  "$(dirname -- "$SWIFT")/swiftc" "${FUZZ_FLAGS[@]}" -module-name LinkageFuzz -I "$folder" -o "$folder/fuzz" \
    "$folder/CivilTime.o" "$folder/Linkage.o" "$ROOT/Sources/Services/Search/NameTables.swift" \
    "$ROOT/Tests/Fuzz/C/LinkageFuzz.swift" >"$LOGS/fuzz-build.log" 2>&1 ||
    fail "The fuzzed program was not built; see $LOGS/fuzz-build.log."
  fuzz_seeds "$folder/corpus"
  rm -f -- "$LOGS"/fuzz-[0-9]*.log # of a run with more workers
  step "Feeding $inputs inputs with $workers workers"
  since=$SECONDS
  for ((worker = 1; worker <= workers; worker++)); do
    PARADERO_SHARE=$ROOT/sql ASAN_OPTIONS=detect_leaks=0 "$folder/fuzz" -runs=$((inputs / workers)) -max_len=160 -seed="$worker" -timeout=10 \
      -artifact_prefix="$folder/found/" -print_final_stats=1 -print_funcs=0 "$folder/corpus" >"$LOGS/fuzz-$worker.log" 2>&1 &
  done
  for ((worker = 1; worker <= workers; worker++)); do wait -n || code=$?; done
  made=$((SECONDS - since > 0 ? SECONDS - since : 1))
  grep -h '^stat::number_of_executed_units\|^stat::average_exec_per_sec\|^SUMMARY' "$LOGS"/fuzz-*.log | sed 's/^/  /'
  say "  $(grep -h '^stat::number_of_executed_units' "$LOGS"/fuzz-*.log | awk -v s="$made" '{ n += $2 } END { printf "%d inputs in %d s, %d a second", n, s, n / s }')"
  if ((code != 0)); then fail "An input broke something: see $folder/found and $LOGS/fuzz-*.log."; fi
  say "  Nothing broke."
}

FUZZ_FLAGS=(-O -wmo -parse-as-library -package-name paradero
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature InferIsolatedConformances -swift-version 6)

# Compiles a module for the fuzzer: every branch is counted, every access to memory watched.
#   fuzz_module NAME FOLDER
fuzz_module() {
  local files
  mapfile -t files < <(find "$2" -name '*.swift' | LC_ALL=C sort)
  "$(dirname -- "$SWIFT")/swiftc" "${FUZZ_FLAGS[@]}" -module-name "$1" -I "$folder" -emit-module \
    -emit-module-path "$folder/$1.swiftmodule" -c -o "$folder/$1.o" "${files[@]}" || fail "$1 was not built for the fuzzer."
}

# Names of every kind to begin with.
fuzz_seeds() {
  local name number=0
  while IFS= read -r name; do
    number=$((number + 1))
    printf 'AA%s\n%s\n%s' "$name" "$name" "A012345678" >"$1/seed-$number"
  done <<'NAMES'
GARCIA LOPEZ, JUAN DE LA
María de los Ángeles Ñúñez-O'Neill
Nguyễn Thị Ánh
王小明
Хасан Ибрагимов
عبد الرحمن بن محمد
ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ
FNU LNU, BABY BOY
Jean-Baptiste Pierre Jr.
M.ª J. Xiloj Tzoc
NAMES
}
