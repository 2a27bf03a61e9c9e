#!/usr/bin/env bash
# ./run.sh [phrase.mid] [--style hymn] [--seed 1] …: plays a phrase into the plugin and writes out/continued.mid, .wav and .svg.
set -euo pipefail
here=$PWD
. "$(dirname "$0")/.setup.sh"

need_dotnet
# What needs no plugin is answered before it is built.
case " $* " in
    *" --help "* | *" -h "* | *" --version "*) ;;
    *) ./build.sh ;;
esac
player=$artifacts/bin/ComposerPlugin.Play/release/ComposerPlugin.Play.dll
if newer_than "$player" src/ComposerPlugin.Engine src/ComposerPlugin.Music src/ComposerPlugin.Vst3 src/Packages/DryWetMidi tests/ComposerPlugin.Host tests/ComposerPlugin.Play Directory.*.props Directory.Build.targets; then
    say "Building the host that plays it (20 seconds) …"
    quietly dotnet build tests/ComposerPlugin.Play -c Release
    touch "$player"
fi
synth=()
! command -v fluidsynth >/dev/null || synth=(--fluidsynth)
# The runtime would open a socket and a pipe for debuggers in /tmp.
export DOTNET_EnableDiagnostics=0
exec dotnet "$player" --from "$here" "${synth[@]}" "$@"
