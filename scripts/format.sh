#!/usr/bin/env bash
# Every C++ file as clang-format 14 writes it.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run --Werror
echo "clang-format: clean"
