#!/usr/bin/env bash
# Compares each stand-in's public surface with a listing of the genuine package's, line by line; fails where the stand-in has something that
# the package has not, or has otherwise. The listings and the program that reads surfaces lie beside the repository, where they are
# kept at all: they are drawn from the packages' own assemblies, which no build here needs.
set -uo pipefail
. "$(dirname "$0")/../../.setup.sh"

program=../shared/tools/api-dump
listings=../shared/reference/api
if [ ! -d $program ] || [ ! -d $listings ]; then
    say "No listings of the genuine packages here: their surfaces are not compared."
    exit 0
fi

need_dotnet
need_apt g++ libtorch-dev libopenblas0-openmp
quietly dotnet build $program -c Release -p:UseArtifactsOutput=true -p:ArtifactsPath="${ArtifactsPath:-$PWD/$artifacts}/api-dump" || exit 1

failed=0
# check PROJECT ASSEMBLY LISTING
check() {
    local output
    quietly dotnet build "src/Packages/$1" -c Release -p:Packages=standin || { failed=1; return; }
    if output=$(dotnet "${ArtifactsPath:-$PWD/$artifacts}"/api-dump/bin/api-dump/release/api-dump.dll --check "${ArtifactsPath:-$artifacts}/bin/$1/release/$2.dll" $listings/$3); then
        tail -n 1 <<<"$output"
    else
        printf '%s\n' "$output"
        failed=1
    fi
}
check TorchSharp TorchSharp 'TorchSharp-*.txt'
check DryWetMidi Melanchall.DryWetMidi 'DryWetMidi-*.txt'
check NAudio NAudio.Core 'NAudio.Core-*.txt'
exit $failed
