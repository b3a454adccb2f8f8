#!/usr/bin/env bash
# deploy/check names a fault of each kind that is planted in a tree of its own.
set -euo pipefail
# shellcheck source=/dev/null
source "$(dirname -- "${BASH_SOURCE[0]}")/harness.sh"

# A tree in which nothing is out of order.
clean_tree() {
  git init -q "$WORK"
  mkdir -p "$WORK/Sources"/{Stores,Site,Records,paradero} "$WORK/deploy"
  cp "$ROOT/.swift-format" "$WORK/"
  printf 'package let stored = 1\n' >"$WORK/Sources/Stores/Stored.swift"
}

#   plant RULE FILE TEXT [FILE TEXT]: checks, and expects FILE to be named with RULE
plant() {
  local rule=$1 file=$2 text=$3
  clean_tree
  mkdir -p "$WORK/$(dirname -- "$file")"
  printf '%b' "$text" >"$WORK/$file"
  # One beside it, where it takes two.
  if (($# > 3)); then printf '%b' "$5" >"$WORK/$4"; fi
  git -C "$WORK" add -f -A
  try "$ROOT/deploy/check" "$WORK"
  expect_code 1
  expect_says "$file"
  expect_says "$rule"
}

test_a_clean_tree_passes() {
  clean_tree
  try "$ROOT/deploy/check" "$WORK"
  expect_code 0
}

test_layout_is_named() { plant 'Spacing' Sources/Stores/A.swift 'package let a=1\n'; }
test_public_is_named() { plant ': public:' Sources/Stores/A.swift 'public let a = 1\n'; }
test_a_pointer_outside_C_is_named() { plant ': unsafe:' Sources/Stores/A.swift 'package let a: OpaquePointer? = nil\n'; }
test_an_unexplained_promise_is_named() {
  plant ': unchecked:' Sources/Stores/A.swift 'package final class A: @unchecked Sendable {}\n'
}
test_a_long_file_is_named() {
  plant ': length:' Sources/Stores/A.swift "$(printf 'package let a%d = 1\\n' {1..401})"
}
test_SQL_in_the_site_is_named() {
  plant ': sql_in_site:' Sources/Site/A.swift 'package let a = "select name from person where id = 1"\n'
}
test_rendering_in_a_store_is_named() { plant ': rendering_in_stores:' Sources/Stores/A.swift 'package let a = "<p>hello</p>"\n'; }
test_a_clock_in_a_pure_layer_is_named() {
  plant ': effects_in_pure:' Sources/Records/A.swift 'import Foundation\n\npackage let a = Date()\n'
}
test_printing_in_a_layer_is_named() { plant ': printing:' Sources/Stores/A.swift 'package func a() { print("x") }\n'; }
test_a_type_with_a_module_s_name_is_named() { plant ': module_names:' Sources/Stores/A.swift 'package struct Records {}\n'; }
test_a_key_is_named() { plant ': secrets:' deploy/key.txt "-----BEGIN PRIVATE ""KEY-----\n"; }
test_a_password_in_an_address_is_named() { plant ': secrets:' deploy/a.conf "url=postgresql://me:""s3cr3tword@db/x\n"; }
test_a_path_of_one_machine_is_named() { plant ': machine_paths:' deploy/a.conf "root /wo""rk/dev;\n"; }
test_what_is_left_to_do_is_named() { plant ': leftovers:' Sources/Stores/A.swift "// TO""DO: more\npackage let a = 1\n"; }
test_a_built_file_is_named() { plant ': tracked:' .build/debug.yaml 'a: 1\n'; }
test_resolved_versions_are_named() { plant ': tracked:' Package.resolved '{}\n'; }
test_a_binary_file_is_named() { plant ': tracked:' deploy/a.bin 'a\0b'; }
test_a_lock_of_two_files_is_named() {
  plant ': locks:' sql/replaceable/b.sql 'perform pg_advisory_xact_lock(7236827461999);\n' \
    sql/replaceable/a.sql 'perform pg_advisory_xact_lock(7236827461999);\n'
}
test_a_careless_script_is_named() { plant ': scripts:' deploy/a '#!/usr/bin/env bash\necho\n'; }
test_a_build_without_the_import_check_is_named() {
  plant ': import_check:' deploy/a '#!/usr/bin/env bash\nset -euo pipefail\nswift build -c release\n'
}
test_a_Python_script_that_does_not_compile_is_named() { plant ': python:' deploy/a.py 'def a(:\n'; }
# shellcheck disable=SC2016 # the planted script must not be expanded here
test_a_script_s_fault_is_named() { plant 'SC2086' deploy/a '#!/usr/bin/env bash\nset -euo pipefail\nls $1\n'; }
test_a_script_s_layout_is_named() { plant '+  echo' deploy/a '#!/usr/bin/env bash\nset -euo pipefail\nif true; then\necho\nfi\n'; }

test_words_in_comments_and_strings_are_left_alone() {
  clean_tree
  printf '// A public OpaquePointer, said in a comment.\npackage let a = "public print(x) /* OpaquePointer"\n' \
    >"$WORK/Sources/Stores/A.swift"
  git -C "$WORK" add -A
  try "$ROOT/deploy/check" "$WORK"
  expect_code 0
}

run_tests
