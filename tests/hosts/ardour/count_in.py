#!/usr/bin/env -S python3 -B
"""count_in.py IN.mid OUT.mid: writes the file as type 0 after a bar of rest, because Ardour may lose the start of a recording."""
import sys

import smf

source, target = sys.argv[1:]
song = smf.read(source)
numerator, denominator = song.meter
bar = song.ticks_per_beat * 4 * numerator // denominator
smf.write(target, smf.Song(song.ticks_per_beat, [
    [(tick if message[0] == 0xFF else tick + bar, message) for tick, message in track] for track in song.tracks]))
