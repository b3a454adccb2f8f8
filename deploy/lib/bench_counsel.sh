# shellcheck shell=bash
# deploy/bench counsel: how many requests the rules judge in a second, on one core and on two in the same run.

bench_counsel_usage() {
  cat <<'HELP'
  counsel   the rules on invented requests of ten events each, on one core and on several
            --requests N (200000)  --cores N (2)  --seed S (1)
HELP
}

bench_counsel() {
  local requests=200000 cores=2 seed=1
  while (($# > 0)); do
    case $1 in
      --requests) requests=$(whole "$1" "${2:-}") ;;
      --cores) cores=$(whole "$1" "${2:-}") ;;
      --seed) seed=$(whole "$1" "${2:-}") ;;
      *) fail --code 64 "There is no option “$1” of “counsel”; “deploy/bench --help” lists them." ;;
    esac
    shift 2
  done
  step "Judging $requests requests (goal on two cores: 100,000 a second)"
  PARADERO_SHARE=$RUN/share/paradero "$RUN/bin/paradero" bench counsel --requests "$requests" --cores "$cores" --seed "$seed"
}
