#!/usr/bin/env bash
# ./compare.sh [phrase.mid] [Composer|Composer MIDI] [SPEED]: plays a phrase (the reel) through the plugin in Ardour, at normal speed, and in our own
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

/usr/bin/python3 $here/count_in.py "$phrase" $out/phrase.mid
./run.sh $out/phrase.mid --class "$class" --offline --out $out
seconds=$(/usr/bin/python3 -c "
import sys; sys.path.insert(0, '$here'); import smf
song = smf.read('$out/continued.mid')
print(max(tick for track in song.tracks for tick, _ in track) / song.ticks_per_beat * 60 / song.bpm + 2)")
/usr/bin/python3 $here/ardour_run.py dist/ComposerPlugin.vst3 "$class" $out/phrase.mid $out/recorded.jsonl --seconds "$seconds" --speed "$speed" 2>$out/ardour.log \
    || { tail -20 $out/ardour.log >&2; exit 1; }
/usr/bin/python3 $here/compare.py $out/continued.mid $out/recorded.jsonl
