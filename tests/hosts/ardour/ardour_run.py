#!/usr/bin/env -S python3 -B
"""Plays a MIDI file through a VST3 plugin in Ardour 7 and records the plugin's output; needs no display and no sound card.

The file is of type 0; its tempi, at whole beats, and its first meter become the session's. Its first note should come a bar after its start
(count_in.py). Output: a line of JSON for each event: seconds since the run began, and MIDI bytes.
"""
import argparse
import json
import os
import shutil
import tempfile

import smf
from ardour import Ardour
from session_file import SessionFile

SAMPLE_RATE = 48000


def read_command_line():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('plugin', help='the bundle, NAME.vst3')
    parser.add_argument('name', help="the plugin's class")
    parser.add_argument('midi', help='the MIDI file to play')
    parser.add_argument('out', help='the file for the recorded events')
    parser.add_argument('--seconds', type=float, default=30, help='length of the run (30)')
    parser.add_argument('--set', action='append', default=[], metavar='TITLE=VALUE', help='sets a control, in its own unit; lists count from 0')
    parser.add_argument('--move', action='append', default=[], metavar='BEAT:TITLE=VALUE', help='automates a control')
    parser.add_argument('--loop', metavar='BEAT:BEAT', help='loop from the first beat to the second')
    parser.add_argument('--speed', default='Normal Speed', help='"Half Speed" to "50x Speed"')
    parser.add_argument('--keep', metavar='FOLDER', help='keeps the session there; without it, the session is deleted')
    return parser.parse_args()


def sample_of(song, beat):
    """The first sample at or after a beat."""
    return int(-(-song.second_at(beat) * SAMPLE_RATE // 1))


def moved(song, text):
    beat, setting = text.split(':', 1)
    return f'{setting}@{sample_of(song, float(beat))}'


def play(asked, folder):
    song = smf.read(asked.midi)
    tempi = ' '.join(f'{sample_of(song, beat)}:{bpm}' for beat, bpm in song.tempi)
    loop = [float(beat) for beat in asked.loop.split(':')] if asked.loop else []

    session = os.path.join(folder, 'session')
    ardour = Ardour(folder, asked.plugin)
    ardour.scan()
    ardour.script('create.lua', session, asked.name, *song.meter, tempi, *asked.set, *(moved(song, text) for text in asked.move), timeout=60)
    file = SessionFile(session)
    file.place_on_track(asked.midi, song.beats + 1)
    if loop:
        file.set_loop(*loop)
    file.save()
    ardour.script('play.lua', session, asked.seconds, asked.speed, *(sample_of(song, beat) for beat in loop), timeout=asked.seconds * 5 + 60)
    return SessionFile(session).recording(song)


def main():
    asked = read_command_line()
    if asked.keep:
        shutil.rmtree(asked.keep, ignore_errors=True)
        os.makedirs(asked.keep)
        events = play(asked, os.path.abspath(asked.keep))
    else:
        with tempfile.TemporaryDirectory(prefix='ardour-') as folder:
            events = play(asked, folder)
    with open(asked.out, 'w') as out:
        for second, message in events:
            print(json.dumps({'second': round(second, 6), 'bytes': message.hex(' ')}), file=out)


main()
