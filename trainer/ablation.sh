#!/usr/bin/env bash
# What the hint, the gate, transposition, places and the key are worth: one training run without each, all equally long, and one with everything.
# Usage: trainer/ablation.sh DATA FOLDER [MINUTES]   (the runs go one after the other on one thread; a run that is there is not done again)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [[ $# -lt 2 ]]; then
    echo "ablation.sh: give a data set and a folder for the runs, and perhaps minutes (5)." >&2
    exit 2
fi
data=$1 runs=$2 minutes=${3:-5}
mkdir -p "$runs"

train() {    # NAME CONFIG
    local out=$runs/$1
    [[ -f $out/style.json ]] && return
    rm -rf "$out"
    echo "$2" > "$runs/$1.json"
    "$here/../trainer.sh" train --data "$data" --model lstm --out "$out" --config "$runs/$1.json" --minutes "$minutes" > "$runs/$1.log"
}

train everything '{}'
train no-hint '{ "hint": false }'
train no-gate '{ "gate": false }'
train no-transposition '{ "transpose": false }'
train no-places '{ "places": false }'
train no-key '{ "key": false }'

printf '%-18s %s\n' without 'bits per note on the test tunes (timing, pitch, duration)'
for name in everything no-hint no-gate no-transposition no-places no-key; do
    "$here/../trainer.sh" evaluate "$runs/$name" --data "$data" --takes 0 --json > "$runs/$name.figures"
    field() { sed -n "s/.*\"$1\": *\([0-9.]*\).*/\1/p" "$runs/$name.figures"; }
    printf '%-18s %s (%s, %s, %s)\n' "$name" "$(field bits_per_note)" "$(field bits_per_note_timing)" "$(field bits_per_note_pitch)" "$(field bits_per_note_duration)"
done
