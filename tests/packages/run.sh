#!/usr/bin/env bash
# Tests of what ./installer/build.sh makes. ./test.sh --all runs them. run.sh NAME runs the tests whose names hold NAME.
# The last line says how many passed, failed and were skipped.
set -uo pipefail
shopt -s inherit_errexit
only=${1:-}
export RunAnalyzers=false
. "$(dirname "$0")/../../.setup.sh"
here=tests/packages
release=$PWD/dist/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

# check NAME COMMAND…: a test; its output is shown if it fails. Exit code 77 is a skip, whose last line is the reason.
check() {
    local name=$1 log=$work/log begun=$SECONDS code
    shift
    [[ $name == *"$only"* ]] || return 0
    (set -e; "$@") >"$log" 2>&1
    code=$?
    case $code in
        0) passed=$((passed + 1)); say "passed   $name ($((SECONDS - begun)) s)" ;;
        77) skipped=$((skipped + 1)); say "skipped  $name: $(tail -1 "$log")" ;;
        *) failed=$((failed + 1)); say "FAILED   $name"; cat "$log" >&2 ;;
    esac
}
skip() { echo "$*"; exit 77; }
expect() { [ "$2" = "$3" ] || { echo "$1: expected '$2', found '$3'"; exit 1; }; }
is_there() { [ -e "$1" ] || { echo "$1 is not there."; exit 1; }; }
is_gone() { [ ! -e "$1" ] || { echo "$1 is still there."; exit 1; }; }

for part in files debian windows; do . "$here/$part.sh"; done
is_current() { ! newer_than "$release/SHA256SUMS" src trainer presets installer docs Directory.*.props build.sh .setup.sh; }
is_current || ./installer/build.sh || die "0 passed, 1 failed, 0 skipped"

test_files
test_debian
test_windows
printf '%s passed, %s failed, %s skipped\n' $passed $failed $skipped
[ $failed -eq 0 ]
