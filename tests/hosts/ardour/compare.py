#!/usr/bin/env -S python3 -B
"""compare.py CONTINUED.mid ARDOUR.jsonl: the answer in our own host's file beside the one that Ardour recorded. Ends with 1 if they differ."""
import json
import sys

import smf

# In beats. Ardour records 1920 ticks to the beat, our file has 480; more than this is a difference.
TOLERANCE = 0.004


def same(one, other):
    return ((one.pitch, one.velocity, one.channel) == (other.pitch, other.velocity, other.channel)
            and abs(one.onset - other.onset) <= TOLERANCE and abs(one.length - other.length) <= TOLERANCE)


def aligned(ours, theirs):
    """Pairs of notes with the same onset and pitch; None stands for a note that only the other host has."""
    ours, theirs = list(ours), list(theirs)
    while ours or theirs:
        if not theirs or ours and (ours[0].onset < theirs[0].onset - TOLERANCE):
            yield ours.pop(0), None
        elif not ours or theirs[0].onset < ours[0].onset - TOLERANCE:
            yield None, theirs.pop(0)
        else:
            yield ours.pop(0), theirs.pop(0)


def shown(note):
    return f'{note.onset:8.3f} {note.length:7.3f} {note.pitch:6} {note.velocity:9}' if note else ' ' * 33


def read_ours(path):
    song = smf.read(path)
    return [smf.notes_of([(tick / song.ticks_per_beat, message) for tick, message in song.track_named(name)]) for name in ('Played', 'Answered')]


def read_recorded(path):
    with open(path) as file:
        lines = [json.loads(line) for line in file]
    return smf.notes_of([(line['beat'], bytes.fromhex(line['bytes'])) for line in lines])


def main(ours_path, ardour_path):
    played, answered = read_ours(ours_path)
    recorded = read_recorded(ardour_path)
    through = [note for note in recorded if any(same(note, one) for one in played)]
    pairs = list(aligned(answered, [note for note in recorded if note not in through]))
    alike = [(one, other) for one, other in pairs if one and other and same(one, other)]

    print(f'{len(through)} of {len(played)} played notes came through Ardour unchanged')
    print('            in our host                          in Ardour')
    print('   onset  length  pitch  velocity       onset  length  pitch  velocity')
    for pair in pairs:
        print(f'{shown(pair[0])}    {shown(pair[1])}{"" if pair in alike else "  <- differs"}')
    print(f'{len(alike)} of {len(pairs)} answering notes are the same', end='')
    if alike:
        onsets, lengths = (max(abs(getattr(one, name) - getattr(other, name)) for one, other in alike) for name in ('onset', 'length'))
        print(f'; of these the onsets lie at most {onsets:.4f} beats apart, the lengths differ by at most {lengths:.4f}', end='')
    print('.')
    return 0 if answered and len(alike) == len(pairs) and len(through) == len(played) else 1


sys.exit(main(*sys.argv[1:]))
