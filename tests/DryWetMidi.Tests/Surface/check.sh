#!/usr/bin/env bash
# Compares the stand-in's public API with a listing of the package's, line by line; fails if the stand-in has something that the
# package lacks or declares differently. The listing and the program that reads APIs are kept outside the repository: they are derived
# from the package's own assembly, which no build here needs.
set -uo pipefail
export RunAnalyzers=true
. "$(dirname "$0")/../../../.setup.sh"

program=../shared/tools/api-dump
shopt -s nullglob
listings=(../shared/reference/api/DryWetMidi-*.txt)
if [ ! -d $program ] || [ ${#listings[@]} -eq 0 ]; then
    say "No listing of the genuine DryWetMIDI here: its surface is not compared."
    exit 0
fi

need_dotnet
built=${ArtifactsPath:-$PWD/$artifacts}
quietly dotnet build $program -c Release -p:UseArtifactsOutput=true -p:ArtifactsPath="$built/api-dump" || exit 1
quietly dotnet build src/Packages/DryWetMidi -c Release -p:Packages=standin || exit 1
api_dump=$built/api-dump/bin/api-dump/release/api-dump.dll
if output=$(dotnet "$api_dump" --check "$built/bin/DryWetMidi/release/Melanchall.DryWetMidi.dll" "${listings[@]}"); then
    tail -n 1 <<<"$output"
else
    printf '%s\n' "$output"
    exit 1
fi
