#!/usr/bin/env bash
# ./run.sh [SLICES] [SECONDS]: training speed against python3-torch; 6 slices of 20 seconds, 16 minutes in all.
# Exits with 1 if C# is more than 5 % slower.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../.setup.sh"
need_dotnet
need_apt g++ libtorch-dev libopenblas0-openmp python3-torch
say "Building the benchmark"
quietly dotnet build tests/TorchSharp.Benchmarks -c Release
program=${ArtifactsPath:-$artifacts}/bin/TorchSharp.Benchmarks/release/TorchSharp.Benchmarks.dll
exec /usr/bin/python3 "$here/compare.py" "${1:-6}" "${2:-20}" dotnet "$program"
