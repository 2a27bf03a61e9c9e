#!/usr/bin/env bash
# Reads changed files of strangers for minutes: fuzz.sh [--seed N] [--minutes N] [--first N] [NAME]. NAME is a part of a test project's name.
# --first repeats from a mutation that a failed run names. Run ./test.sh or ./build.sh once before.
set -uo pipefail
cd "$(dirname "$0")/.."
options=""
only=""
minutes=1
while [ $# -gt 0 ]; do
    case $1 in
        --minutes) minutes=$2; shift 2 ;;
        --seed | --first) options="$options $1 $2"; shift 2 ;;
        *) only=$1; shift ;;
    esac
done
failed=0
for project in tests/*.Tests; do
    name=$(basename "$project")
    [[ $name == *"$only"* ]] && [ -f "$project/FuzzTests.cs" ] || continue
    dotnet build "$project" -c Release -v q -nologo || exit 1
    COMPOSER_FUZZ="--minutes $minutes$options" dotnet "artifacts/bin/$name/release/$name.dll" -class "*.FuzzTests" -noLogo -noColor -parallel none || failed=1
done
exit $failed
