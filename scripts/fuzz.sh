#!/usr/bin/env bash
# Each fuzz target for a few seconds over its corpus (clang libFuzzer). FUZZ_SECONDS=600 for a long run.
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
build fuzz
for target in build/fuzz/fuzz/fuzz_*; do
    [ -x "$target" ] || continue
    name=$(basename "$target")
    corpus=tests/fuzz/corpus/${name#fuzz_}
    work=build/fuzz/corpus/$name
    mkdir -p "$work"
    [ -d "$corpus" ] || corpus=""
    "$target" -max_total_time="${FUZZ_SECONDS:-5}" -timeout=5 -rss_limit_mb=1024 -print_final_stats=0 -verbosity=0 "$work" $corpus 2>"$work.log" ||
        { tail -40 "$work.log"; echo "$name failed"; exit 1; }
    echo "$name: clean"
done
