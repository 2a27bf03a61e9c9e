#!/usr/bin/env bash
# All set-up, then all tests; the last line says how many passed and failed. ./test.sh NAME runs the test projects whose name holds NAME.
# --all also makes the packages and tests them in clean Debian systems and under Wine (tests/packages); ./test.sh --all packages does only that.
set -uo pipefail
export RunAnalyzers=true
. "$(dirname "$0")/.setup.sh"

all=
[ "${1:-}" != --all ] || { all=1; shift; }
only=${1:-}
passed=0
failed=0
count() { passed=$((passed + $1)) failed=$((failed + $2)); }

need_dotnet
[[ ComposerTrainer.Tests != *"$only"* ]] || announce_libtorch
need_packages "What the tests need" strace xvfb xdotool $(cat tests/hosts/vst3run/packages.txt)

give_up() { count 0 1; printf '%s passed, %s failed\n' $passed $failed; exit 1; }

# Only the tests of the published plugin, and the programs that play it, need more than their own project.
if [[ ComposerPlugin.Tests == *"$only"* || AllocationTests == *"$only"* || Sessions == *"$only"* ]]; then
    ./build.sh || give_up
    tests/hosts/vst3run/build.sh || count 0 1
    say "Building the tests"
    quietly dotnet build ComposerPlugin.sln -c Release || give_up
    [[ ComposerPlugin.Tests != *"$only"* ]] || quietly dotnet publish tests/ComposerPlugin.Play -c Release -o "$artifacts/play" || count 0 1
else
    say "Building the tests"
    for project in tests/*"$only"*.Tests/*.csproj tests/*"$only"/*.csproj; do
        [ ! -f "$project" ] || quietly dotnet build "$project" -c Release || give_up
    done
fi

for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    [[ $name == *"$only"* ]] || continue
    log=$(mktemp)
    dotnet "$artifacts/bin/$name/release/$name.dll" -noLogo -noColor >"$log" 2>&1
    code=$?
    summary=$(sed -nE "s/^ +$name +(Total: .*)/\1/p" "$log")
    number() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$summary"; }
    if [ -z "$summary" ]; then
        cat "$log"
        count 0 1
    else
        printf '%-32s %s\n' "$name" "$summary"
        bad=$(($(number Failed) + $(number Errors)))
        # A program that crashes as it ends has failed, whatever it counted before.
        [ $code -eq 0 ] || [ $bad -gt 0 ] || bad=1
        [ $bad -eq 0 ] || cat "$log"
        count $(($(number Total) - $(number Failed) - $(number Skipped))) $bad
    fi
    rm -f "$log"
done

# Programs that are tests themselves, by their exit code.
play() { if dotnet "$artifacts/bin/ComposerPlugin.$1/release/ComposerPlugin.$1.dll" "${@:2}"; then count 1 0; else count 0 1; fi; }
[[ AllocationTests != *"$only"* ]] || play AllocationTests
[[ Sessions != *"$only"* ]] || { play Sessions --sessions 300; play Sessions --hostile 300; }

if [ -n "$all" ] && [[ packages == *"$only"* ]]; then
    # Where they cannot be had, their tests are skipped.
    (need_packages "What the tests of packages need" debootstrap unzip wine wine64)
    [ -x "$artifacts/vst3run/vst3run" ] || tests/hosts/vst3run/build.sh || count 0 1
    summary=$(tests/packages/run.sh)
    printf '%-32s %s\n' packages "${summary:=0 passed, 1 failed: no packages}"
    number() { sed -nE "s/.*\b([0-9]+) $1.*/\1/p" <<<"$summary"; }
    count "$(number passed)" "$(number failed)"
fi

printf '%s passed, %s failed\n' $passed $failed
[ $failed -eq 0 ] && [ $passed -gt 0 ]
