#!/usr/bin/env bash
# The unit tests under AddressSanitizer and UndefinedBehaviorSanitizer.
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
build asan unit_tests
export QT_QPA_PLATFORM=offscreen
ctest --test-dir build/asan --output-on-failure -j"$(nproc)" -L unit
