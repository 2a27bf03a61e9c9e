#!/usr/bin/env bash
# ./compare.sh [phrase.mid] [CLASS] [SPEED]: plays a phrase (the reel) through the plugin in Ardour, at normal speed, and in our own
# host, and prints both answers side by side. Needs Ardour 7: apt-get install ardour.
set -euo pipefail
phrase=$(realpath "${1:-$(dirname "$0")/../../../presets/phrases/reel.mid}")
class=${2:-Composer MIDI}
speed=${3:-Normal Speed}
command -v ardour7-lua >/dev/null || { echo "Ardour 7 is missing: apt-get install ardour" >&2; exit 1; }
cd "$(dirname "$0")/../../.."
here=tests/hosts/ardour
out=out/ardour
mkdir -p $out

python3 -B $here/count_in.py "$phrase" $out/phrase.mid
./run.sh $out/phrase.mid --class "$class" --offline --out $out
python3 -B $here/ardour_run.py dist/ComposerPlugin.vst3 "$class" $out/phrase.mid $out/recorded.jsonl --speed "$speed" 2>$out/ardour.log \
    || { tail -20 $out/ardour.log >&2; exit 1; }
python3 -B $here/compare.py $out/continued.mid $out/recorded.jsonl
