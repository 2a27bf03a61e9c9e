#!/usr/bin/env bash
# ./run.sh [phrase.mid] [--bars 4] [--tempo 100] [--seed 1] …: plays a phrase into the plugin and writes out/continued.mid and out/continued.svg.
set -euo pipefail
here=$PWD
. "$(dirname "$0")/.setup.sh"

./build.sh
player=$artifacts/bin/ComposerPlugin.Play/release/ComposerPlugin.Play.dll
if newer_than "$player" src/ComposerPlugin.Music src/ComposerPlugin.Vst3 src/Packages/DryWetMidi tests/ComposerPlugin.Host tests/ComposerPlugin.Play Directory.*.props Directory.Build.targets; then
    say "Building the host"
    quietly dotnet build tests/ComposerPlugin.Play -c Release
    touch "$player"
fi
# The runtime would open a socket and a pipe for debuggers in /tmp.
export DOTNET_EnableDiagnostics=0
exec dotnet "$player" --from "$here" "$@"
