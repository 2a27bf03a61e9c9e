#!/usr/bin/env -S python3 -B
"""Plays a MIDI file through a VST3 plugin in Ardour 7 and records what the plugin gives; needs no display and no sound card.

The file is of type 0; its tempo and meter become the session's. Its first note should come a bar after its start (count_in.py).
Output: a line of JSON for each event, its beat (quarter note) and its MIDI bytes.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import smf

HERE = os.path.dirname(os.path.abspath(__file__))
ARDOUR = '/usr/lib/ardour7'

# Ardour's own count of ticks in a beat, in the times of its session file.
SESSION_TICKS = 1920


def read_command_line():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('plugin', help='the bundle, NAME.vst3')
    parser.add_argument('name', help="the plugin's class")
    parser.add_argument('midi', help='what is played')
    parser.add_argument('out', help='what was recorded')
    parser.add_argument('--after', type=float, default=24, metavar='BEATS', help="how long the run goes on behind the file's end (24)")
    parser.add_argument('--speed', default='Normal Speed', help='"Half Speed" to "50x Speed"')
    parser.add_argument('--keep', metavar='FOLDER', help='where the session stays; without it, it is deleted')
    return parser.parse_args()


def copy_as_old(source, target):
    """Ardour takes what its scanner found for stale unless it is a second younger than the plugin, which may have been built just now."""
    shutil.copyfile(source, target)
    os.utime(target, (0, 0))


class Ardour:
    """Ardour with a home of its own, where it finds one plugin only."""

    def __init__(self, folder, plugin):
        home = os.path.join(folder, 'home')
        self.plugin = os.path.join(home, '.vst3', os.path.basename(plugin.rstrip('/')))
        shutil.copytree(plugin, self.plugin, copy_function=copy_as_old)
        self.environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home + '/.config', XDG_CACHE_HOME=home + '/.cache')
        self.environment.pop('DISPLAY', None)

    def scan(self):
        """Ardour loads only plugins that its scanner has seen."""
        said = self.run([f'{ARDOUR}/ardour-vst3-scanner', '-f', self.plugin], 60, LD_LIBRARY_PATH=ARDOUR)
        if 'Found Plugin' not in said:
            raise SystemExit(f"Ardour's scanner does not take {self.plugin}:\n{said}")

    def script(self, name, *arguments, timeout):
        return self.run(['ardour7-lua', os.path.join(HERE, name), *map(str, arguments)], timeout)

    def run(self, command, timeout, **environment):
        ended = subprocess.run(command, env={**self.environment, **environment}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, timeout=timeout, text=True, errors='replace')
        print(ended.stdout, file=sys.stderr)
        if ended.returncode != 0:
            raise SystemExit(f'{command[0]} failed with {ended.returncode}; its last words are above.')
        return ended.stdout


def place_on_track(session, midi, beats):
    """Puts the file at the start of the track "source": Ardour's scripts cannot import, so its session file is edited."""
    folder = os.path.join(session, 'interchange/session/midifiles')
    os.makedirs(folder, exist_ok=True)
    shutil.copy(midi, os.path.join(folder, 'phrase.mid'))

    path = os.path.join(session, 'session.ardour')
    tree = xml.parse(path)
    root = tree.getroot()
    first_free = int(root.get('id-counter')) + 1
    source, whole, placed = (str(first_free + number) for number in range(3))
    root.set('id-counter', str(first_free + 3))
    length = f'b{round(beats * SESSION_TICKS)}@b0'
    region = {
        'muted': '0', 'opaque': '1', 'locked': '0', 'video-locked': '0', 'import': '0', 'external': '0', 'sync-marked': '0',
        'left-of-split': '0', 'right-of-split': '0', 'hidden': '0', 'position-locked': '0', 'valid-transients': '0', 'start': 'b0',
        'length': length, 'sync-position': 'b0', 'ancestral-start': 'b0', 'ancestral-length': 'b0@b0', 'stretch': '1', 'shift': '1',
        'layering-index': '0', 'tags': '', 'contents': '0', 'type': 'midi', 'first-edit': 'nothing', 'source-0': source, 'master-source-0': source,
    }
    xml.SubElement(root.find('Sources'), 'Source', {
        'name': 'phrase.mid', 'take-id': '', 'type': 'midi', 'flags': '', 'id': source, 'natural-position': 'b0', 'captured-for': '', 'origin': ''})
    xml.SubElement(root.find('Regions'), 'Region', {'name': 'phrase', 'id': whole, 'automatic': '1', 'whole-file': '1', **region})
    xml.SubElement(root.find(".//Playlist[@name='source']"), 'Region', {'name': 'phrase.1', 'id': placed, 'automatic': '0', 'whole-file': '0', **region})
    root.find(".//Route[@name='capture']").set('alignment-choice', 'UseCaptureTime')
    tree.write(path, encoding='UTF-8', xml_declaration=True)


def recorded_events(session):
    """(beat, message) of all that the track "capture" recorded."""
    recordings = [path for path in glob.glob(os.path.join(session, 'interchange/session/midifiles/*.mid')) if not path.endswith('/phrase.mid')]
    if len(recordings) != 1:
        raise SystemExit(f'Ardour should have made one recording, not {len(recordings)}.')
    song = smf.read(recordings[0])
    return [(tick / song.ticks_per_beat, message) for track in song.tracks for tick, message in track if message[0] != 0xFF]


def play(asked, folder):
    phrase = smf.read(asked.midi)
    seconds = (phrase.beats + asked.after) * 60 / phrase.bpm

    session = os.path.join(folder, 'session')
    ardour = Ardour(folder, asked.plugin)
    ardour.scan()
    ardour.script('create.lua', session, asked.name, phrase.bpm, *phrase.meter, timeout=60)
    place_on_track(session, asked.midi, phrase.beats + 1)
    ardour.script('play.lua', session, seconds, asked.speed, timeout=seconds * 5 + 60)
    return recorded_events(session)


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
        for beat, message in events:
            print(json.dumps({'beat': round(beat, 5), 'bytes': message.hex(' ')}), file=out)


main()
