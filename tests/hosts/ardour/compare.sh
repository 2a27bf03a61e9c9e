#!/usr/bin/env bash
# ./compare.sh [MODE…]: plays a song in every mode, over a tempo change and in a loop, in Ardour at normal speed and in our own host, and compares
# the notes. Takes five minutes. ./compare.sh --help lists the options. Needs Ardour 7: apt-get install ardour.
set -euo pipefail
command -v ardour7-lua >/dev/null || { echo "Ardour 7 is missing: apt-get install ardour" >&2; exit 1; }
exec "$(dirname "$0")/compare.py" "$@"
