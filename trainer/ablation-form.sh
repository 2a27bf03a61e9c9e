#!/usr/bin/env bash
# What the parts of the form memory are worth: runs with and without them, each with the same CPU time, compared on the validation tunes.
# The test tunes are not read. CPU time is that of the process: it counts also where other work takes the cores.
# Usage: trainer/ablation-form.sh DATA FOLDER [CPU-MINUTES] [SETTINGS]
# SETTINGS are those of all runs, as '"hidden": 128, '. A run that is there is not done again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [[ $# -lt 2 ]]; then
    echo "ablation-form.sh: give a data set and a folder for the runs, and perhaps minutes (8) and settings." >&2
    exit 2
fi
data=$1 runs=$2 minutes=${3:-8} settings=${4:-}
mkdir -p "$runs"

# cpu NAME STEPS: trains, and gives the CPU seconds of the whole process.
cpu() {
    local out=$runs/$1-$2
    rm -rf "$out"
    TIMEFORMAT='%U %S'
    { time nice -n 10 "$here/../trainer.sh" train --data "$data" --model gru --out "$out" --config "$runs/$1.json" --steps "$2" --json \
        > "$out.log" 2> /dev/null; } 2>&1 | awk '{ print $1 + $2 }'
}

train() {    # NAME FORM-SETTINGS
    [[ -f $runs/$1.result ]] && return
    echo "{ $settings\"patience\": 0$2 }" > "$runs/$1.json"
    # Reading the tunes costs as much in a run of 20 steps as in one of 60.
    local less more step steps all
    less=$(cpu "$1" 20) more=$(cpu "$1" 60)
    step=$(awk "BEGIN { print ($more - $less) / 40 }")
    steps=$(awk "BEGIN { print int($minutes * 60 / $step) }")
    all=$(cpu "$1" "$steps")
    local best
    best=$(sed -n 's/.*"best_valid": *\([0-9.]*\).*/\1/p' "$runs/$1-$steps.log")
    printf '%-32s %8s %7s %10s %9s\n' "$1" "$best" "$steps" "$step" "$all" > "$runs/$1.result"
}

train today ''
train exact ', "form": true, "formOpening": false, "formDiatonic": false, "formRhythm": false'
train exact-opening ', "form": true, "formDiatonic": false, "formRhythm": false'
train exact-opening-rhythm ', "form": true, "formDiatonic": false'
train all ', "form": true'

printf '%-32s %8s %7s %10s %9s\n' form 'bits' steps 's/step' 'CPU s'
cat "$runs"/{today,exact,exact-opening,exact-opening-rhythm,all}.result
