#!/usr/bin/env bash
# clang-format, qmllint, headers alone and clang-tidy, at zero warnings; needs build/release.
# --deep adds clang's static analyzer, which takes three times as long.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
checks="-clang-analyzer-*"
[ "${1:-}" = --deep ] && checks=""

git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run --Werror
echo "clang-format: clean"
cmake --build build/release --target all_qmllint >build/qmllint.log 2>&1 || { cat build/qmllint.log; exit 1; }
if grep -E -A2 "^(Warning|Info):" build/qmllint.log; then exit 1; fi
echo "qmllint: clean"
cmake --build build/release --target all_verify_interface_header_sets >build/headers.log 2>&1 || { tail -40 build/headers.log; exit 1; }
echo "headers: each compiles alone"
git ls-files 'app/*.cpp' 'services/*.cpp' 'ui/*.cpp' 'knowledgebase/*.cpp' |
    xargs -P "$(nproc)" -n 4 clang-tidy -p build/release --quiet --checks="$checks" >build/tidy.log 2>/dev/null ||
    { grep -E "warning:|error:" build/tidy.log; exit 1; }
echo "clang-tidy: clean"
