"""Compares the notes of two hosts' recordings."""
import json
from dataclasses import dataclass, field

import smf


def read(path, seconds, shortest):
    """The notes of the first seconds, cut at their end. Notes of at most `shortest` seconds are omitted: they stopped at once, and the host's
    resolution decides whether they sounded."""
    with open(path) as file:
        lines = [json.loads(line) for line in file]
    notes = smf.notes_of([(line['second'], bytes.fromhex(line['bytes'])) for line in lines])
    for note in notes:
        note.length = min(note.length, seconds - note.onset)
    return [note for note in notes if note.length > shortest]


@dataclass
class Agreement:
    """Pairs of notes with the same onset; None marks a note that only the other host has."""
    tolerance: float
    pairs: list = field(default_factory=list)

    @staticmethod
    def of(ours, theirs, tolerance):
        """Pairs notes in order of onset. `tolerance` is the largest difference of onsets and lengths, in seconds, between equal notes."""
        found = Agreement(tolerance)
        ours, theirs = list(ours), list(theirs)
        while ours or theirs:
            if not theirs or ours and ours[0].onset < theirs[0].onset - tolerance:
                found.pairs.append((ours.pop(0), None))
            elif not ours or theirs[0].onset < ours[0].onset - tolerance:
                found.pairs.append((None, theirs.pop(0)))
            else:
                one = ours.pop(0)
                # In a chord, prefer the equal note.
                same = next((other for other in theirs if found.is_same(one, other)), theirs[0])
                theirs.remove(same)
                found.pairs.append((one, same))
        return found

    def is_same(self, one, other):
        return bool(one and other and (one.pitch, one.velocity, one.channel) == (other.pitch, other.velocity, other.channel)
                    and abs(one.onset - other.onset) <= self.tolerance and abs(one.length - other.length) <= self.tolerance)

    @property
    def same(self):
        return [pair for pair in self.pairs if self.is_same(*pair)]

    @property
    def missing(self):
        """The number of notes that the other host lacks."""
        return sum(other is None for _, other in self.pairs)

    def furthest(self, name):
        """The largest difference between the onsets or lengths of equal notes, in seconds."""
        return max((abs(getattr(one, name) - getattr(other, name)) for one, other in self.same), default=0)

    def lines(self, only_different):
        yield '            in our host                          in Ardour'
        yield '   onset  length  pitch  velocity       onset  length  pitch  velocity'
        for pair in self.pairs:
            same = self.is_same(*pair)
            if not (same and only_different):
                yield f'{_shown(pair[0])}    {_shown(pair[1])}{"" if same else "  <- differs"}'


def _shown(note):
    return f'{note.onset:8.3f} {note.length:7.3f} {note.pitch:6} {note.velocity:9}' if note else ' ' * 33
