#!/usr/bin/python3
"""compare.py CONTINUED.mid ARDOUR.jsonl: the answer in our own host's file beside the one that Ardour recorded. Ends with 1 if they differ."""
import json
import sys

import smf

# Ardour records in ticks of 1/1920 beat, our file has 480 to the beat; more than this is a difference.
TOLERANCE = 0.004


def same(one, other):
    return ((one.pitch, one.velocity, one.channel) == (other.pitch, other.velocity, other.channel)
            and abs(one.onset - other.onset) <= TOLERANCE and abs(one.length - other.length) <= TOLERANCE)


def shown(note):
    return f'{note.onset:8.3f} {note.length:7.3f} {note.pitch:6} {note.velocity:9}' if note else ' ' * 33


ours_path, ardour_path = sys.argv[1:]
song = smf.read(ours_path)
played, answered = (smf.notes_of([(tick / song.ticks_per_beat, message) for tick, message in song.track_named(name)]) for name in ('Played', 'Answered'))
with open(ardour_path) as file:
    lines = [json.loads(line) for line in file]
recorded = smf.notes_of([(line['beat'], bytes.fromhex(line['bytes'])) for line in lines])

through = [note for note in recorded if any(same(note, one) for one in played)]
theirs = [note for note in recorded if note not in through]
print(f'played: {len(played)} notes, of which Ardour recorded {len(through)} unchanged')
print('answered:')
print('   in our host                          in Ardour')
print('   onset  length  pitch  velocity       onset  length  pitch  velocity')
rows = max(len(answered), len(theirs))
pairs = list(zip(answered + [None] * (rows - len(answered)), theirs + [None] * (rows - len(theirs))))
for one, other in pairs:
    print(f'{shown(one)}    {shown(other)}{"" if one and other and same(one, other) else "  <- differs"}')

alike = [(one, other) for one, other in pairs if one and other and same(one, other)]
if alike:
    print(f'{len(alike)} of {rows} answering notes are the same; of these the onsets lie at most {max(abs(one.onset - other.onset) for one, other in alike):.4f} '
          f'beats apart, the lengths {max(abs(one.length - other.length) for one, other in alike):.4f}')
sys.exit(0 if answered and len(alike) == rows and len(through) == len(played) else 1)
