"""Ardour's session file, for what its scripts cannot do: import a MIDI file, set a loop, read the recording."""
import glob
import os
import shutil
import xml.etree.ElementTree as xml

import smf

# Ticks per beat in the musical times of the session file; its other times are in superclocks.
TICKS = 1920


class SessionFile:
    def __init__(self, session):
        self.path = os.path.join(session, 'session.ardour')
        self.midi = os.path.join(session, 'interchange/session/midifiles')
        self.tree = xml.parse(self.path)
        self.root = self.tree.getroot()

    def save(self):
        self.tree.write(self.path, encoding='UTF-8', xml_declaration=True)

    def place_on_track(self, midi, beats):
        """Puts a MIDI file at the start of the track "source"."""
        os.makedirs(self.midi, exist_ok=True)
        shutil.copy(midi, os.path.join(self.midi, 'phrase.mid'))
        source, whole, placed = self._new_ids(3)
        region = {
            'muted': '0', 'opaque': '1', 'locked': '0', 'video-locked': '0', 'import': '0', 'external': '0', 'sync-marked': '0',
            'left-of-split': '0', 'right-of-split': '0', 'hidden': '0', 'position-locked': '0', 'valid-transients': '0', 'start': 'b0',
            'length': f'b{round(beats * TICKS)}@b0', 'sync-position': 'b0', 'ancestral-start': 'b0', 'ancestral-length': 'b0@b0', 'stretch': '1',
            'shift': '1', 'layering-index': '0', 'tags': '', 'contents': '0', 'type': 'midi', 'first-edit': 'nothing', 'source-0': source,
            'master-source-0': source,
        }
        xml.SubElement(self.root.find('Sources'), 'Source', {
            'name': 'phrase.mid', 'take-id': '', 'type': 'midi', 'flags': '', 'id': source, 'natural-position': 'b0', 'captured-for': '', 'origin': ''})
        xml.SubElement(self.root.find('Regions'), 'Region', {'name': 'phrase', 'id': whole, 'automatic': '1', 'whole-file': '1', **region})
        xml.SubElement(self.root.find(".//Playlist[@name='source']"), 'Region', {'name': 'phrase.1', 'id': placed, 'automatic': '0', 'whole-file': '0', **region})
        self.root.find(".//Route[@name='capture']").set('alignment-choice', 'UseCaptureTime')

    def set_loop(self, start, end):
        """Sets the loop, in beats."""
        number, = self._new_ids(1)
        xml.SubElement(self.root.find('Locations'), 'Location', {
            'id': number, 'name': 'Loop', 'start': f'b{round(start * TICKS)}', 'end': f'b{round(end * TICKS)}', 'flags': 'IsAutoLoop', 'locked': '0', 'timestamp': '0'})

    def recording(self, song):
        """(second, message) of each event on the track "capture", in seconds since the recording began."""
        recordings = [path for path in glob.glob(os.path.join(self.midi, '*.mid')) if not path.endswith('/phrase.mid')]
        if len(recordings) != 1:
            raise SystemExit(f'Ardour should have written one recording, not {len(recordings)}.')
        source, = [source for source in self.root.find('Sources') if source.get('name') == os.path.basename(recordings[0])]
        first = self._second_of(source.get('natural-position'), song)
        recorded = smf.read(recordings[0])
        # When a loop jumps back, Ardour's recording continues as if the song did: its beats follow the song's tempo there.
        return [(song.second_at(song.beat_at(first) + tick / recorded.ticks_per_beat) - first, message)
                for track in recorded.tracks for tick, message in track if message[0] != 0xFF]

    def _second_of(self, position, song):
        unit, number = position[0], int(position[1:])
        return song.second_at(number / TICKS) if unit == 'b' else number / int(self.root.find('TempoMap').get('superclocks-per-second'))

    def _new_ids(self, count):
        first_free = int(self.root.get('id-counter')) + 1
        self.root.set('id-counter', str(first_free + count))
        return [str(first_free + number) for number in range(count)]
