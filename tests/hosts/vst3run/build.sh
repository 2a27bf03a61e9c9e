#!/usr/bin/env bash
# ./build.sh [OUTDIR]: builds vst3run, a VST3 host on JUCE; without OUTDIR in artifacts/vst3run. A minute or two at first, then only what changed.
set -euo pipefail
out=$(realpath -m "${1:-$(dirname "$0")/../../../artifacts/vst3run}")
cd "$(dirname "$0")"
[ -d /usr/share/juce/modules ] || { echo "JUCE is missing: apt-get install --no-install-recommends $(tr '\n' ' ' <packages.txt)" >&2; exit 1; }
mkdir -p "$out"
make --question OUT="$out" 2>/dev/null || echo "Building vst3run, a host on JUCE" >&2
exec make --silent --jobs "$(nproc)" OUT="$out"
