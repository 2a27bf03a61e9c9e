#!/usr/bin/env bash
# ./build.sh [OUTDIR]: builds vst3run, a VST3 host on JUCE; without OUTDIR in artifacts/vst3run. A minute at first, then only what changed.
set -euo pipefail
out=$(realpath -m "${1:-$(dirname "$0")/../../../artifacts/vst3run}")
cd "$(dirname "$0")"
mkdir -p "$out"
exec make --silent --jobs "$(nproc)" OUT="$out"
