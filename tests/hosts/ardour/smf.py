"""Standard MIDI files: enough to write a phrase for Ardour and to read its recording."""
import struct
from dataclasses import dataclass, field

TEMPO, METER, END = 0x51, 0x58, 0x2F


@dataclass
class Song:
    """Tracks of (tick, message) pairs; a message is its bytes, a meta event begins with 0xff and its type, without its length."""
    ticks_per_beat: int
    tracks: list = field(default_factory=list)

    def first(self, meta_type, default):
        """The bytes of the first meta event of a type."""
        metas = [message[2:] for track in self.tracks for _, message in track if message[:2] == bytes([0xFF, meta_type])]
        return metas[0] if metas else default

    @property
    def beats(self):
        return max(tick for track in self.tracks for tick, _ in track) / self.ticks_per_beat

    @property
    def tempi(self):
        """(beat, quarter notes per minute), the first at the song's start."""
        changes = {tick / self.ticks_per_beat: 60e6 / int.from_bytes(message[2:], 'big')
                   for track in self.tracks for tick, message in track if message[:2] == bytes([0xFF, TEMPO])}
        return sorted({0: 120, **changes}.items())

    def second_at(self, beat):
        """The second of a beat."""
        tempi = self.tempi
        ends = [min(next_beat, beat) for next_beat, _ in tempi[1:]] + [beat]
        return sum(max(0, end - start) * 60 / bpm for (start, bpm), end in zip(tempi, ends))

    def beat_at(self, second):
        """The beat at a second."""
        beat, bpm = max(change for change in self.tempi if self.second_at(change[0]) <= second)
        return beat + (second - self.second_at(beat)) * bpm / 60

    @property
    def meter(self):
        numerator, power = self.first(METER, bytes([4, 2]))[:2]
        return numerator, 2 ** power


@dataclass
class Note:
    """Onset and length in the unit of the events."""
    onset: float
    length: float
    channel: int
    pitch: int
    velocity: int


def notes_of(events):
    """Pairs (time, message) to notes by onset. A note without a note-off has an infinite length."""
    notes, sounding = [], {}
    for time, message in events:
        if message[0] & 0xE0 != 0x80:
            continue
        key = message[0] & 0x0F, message[1]
        if message[0] & 0xF0 == 0x90 and message[2] > 0:
            sounding[key] = Note(time, float('inf'), *key, message[2])
            notes.append(sounding[key])
        elif key in sounding:
            note = sounding.pop(key)
            note.length = time - note.onset
    return sorted(notes, key=lambda note: (note.onset, note.pitch))


def read(path):
    with open(path, 'rb') as file:
        content = file.read()
    if content[:4] != b'MThd':
        raise SystemExit(f'{path} is not a MIDI file.')
    header_length, _, track_count, ticks_per_beat = struct.unpack('>IHHH', content[4:14])
    song = Song(ticks_per_beat)
    offset = 8 + header_length
    for _ in range(track_count):
        length, = struct.unpack('>I', content[offset + 4:offset + 8])
        song.tracks.append(_read_track(content[offset + 8:offset + 8 + length]))
        offset += 8 + length
    return song


def write(path, song):
    """Writes a file of type 0, the only one that Ardour plays as one region."""
    events = sorted((event for track in song.tracks for event in track if event[1][:2] != bytes([0xFF, END])), key=lambda event: event[0])
    chunk, last = b'', 0
    for tick, message in events:
        if message[0] == 0xFF:
            message = message[:2] + _number(len(message) - 2) + message[2:]
        chunk += _number(tick - last) + message
        last = tick
    chunk += bytes([0, 0xFF, END, 0])
    with open(path, 'wb') as file:
        file.write(b'MThd' + struct.pack('>IHHH', 6, 0, 1, song.ticks_per_beat) + b'MTrk' + struct.pack('>I', len(chunk)) + chunk)


def _read_track(chunk):
    events, tick, offset, status = [], 0, 0, 0

    def number():
        nonlocal offset
        value = 0
        while True:
            byte = chunk[offset]
            offset += 1
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value

    while offset < len(chunk):
        tick += number()
        head = b''
        if chunk[offset] == 0xFF:
            head = chunk[offset:offset + 2]
            offset += 2
            length = number()
        elif chunk[offset] in (0xF0, 0xF7):
            head = chunk[offset:offset + 1]
            offset += 1
            length = number()
        else:
            if chunk[offset] & 0x80:
                status = chunk[offset]
                offset += 1
            head = bytes([status])
            length = 1 if status & 0xE0 == 0xC0 else 2
        events.append((tick, head + chunk[offset:offset + length]))
        offset += length
    return events


def _number(value):
    groups = [value & 0x7F]
    while value := value >> 7:
        groups.insert(0, value & 0x7F | 0x80)
    return bytes(groups)
