"""The performances for both hosts: songs with their controls, in every mode."""
import os
from dataclasses import dataclass, replace

import smf

# The plugin's modes, as its control lists them.
MODES = ['Continue', 'Trade', 'Generate', 'Vary', 'Hold']

# Answers have their own channel, which distinguishes them from the played notes. The control counts channels from 1.
ANSWERS = 1
_ANSWER_CHANNEL = ('Output channel', ANSWERS + 1)

# A rest, because Ardour may lose the start of a recording; a phrase; a rest; another phrase.
_COUNT_IN = 4
_PHRASES = {0: [62, 66, 69, 66, 74, 69, 66, 69], 20: [67, 71, 74, 71, 78, 76, 74, 71]}
_BEATS = 44

# In microseconds per beat, so that few grid lines fall on samples. The tempo changes while the first answer sounds, within a block.
_TEMPI = {0: 382000, 12: 611000}

# The loop begins in mid-bar, so its passes shift the bar lines.
_LOOP = (3, 25)

# Hold starts in the middle of an answer; Continue returns at the loop's start.
_CONTINUES_FROM, _HOLDS_FROM = 3, 13.6


@dataclass(frozen=True)
class Performance:
    """A song and its controls in their own units. Each move is (beat, title, value)."""
    name: str
    song: str
    controls: tuple
    seconds: float
    moves: tuple = ()
    loop: tuple = ()
    style: str = ''

    def options(self):
        """Command-line options for our own host and for ardour_run.py."""
        return [*(f'--set={title}={value}' for title, value in self.controls),
                *(f'--move={beat}:{title}={value}' for beat, title, value in self.moves),
                *([f'--loop={self.loop[0]}:{self.loop[1]}'] if self.loop else []),
                f'--seconds={self.seconds}']


def of_phrase(path):
    song = smf.read(path)
    return Performance(os.path.basename(path), path, (_ANSWER_CHANNEL,), song.second_at(song.beats + 24))


def of_modes(modes, path, style):
    """Each mode over the tempo change and in the loop; Vary with the style."""
    smf.write(path, _song())
    seconds = smf.read(path).second_at(_BEATS)
    for mode in modes:
        controls = (_ANSWER_CHANNEL, ('Answer length', 2), ('Turn length', 0))
        number = MODES.index(mode)
        if mode == 'Hold':
            plain = Performance(mode, path, controls, seconds, moves=((_CONTINUES_FROM, 'Mode', 0), (_HOLDS_FROM, 'Mode', number)))
        else:
            plain = Performance(mode, path, (*controls, ('Mode', number)), seconds, style=style if mode == 'Vary' else '')
        yield replace(plain, name=f'{mode}, a tempo change')
        yield replace(plain, name=f'{mode}, a loop', loop=_LOOP)


def _song():
    ticks = 480
    events = [(0, bytes([0xFF, smf.METER, 4, 2, 24, 8]))]
    events += [(beat * ticks, bytes([0xFF, smf.TEMPO]) + tempo.to_bytes(3, 'big')) for beat, tempo in _TEMPI.items()]
    for begins, pitches in _PHRASES.items():
        for i, pitch in enumerate(pitches):
            onset = (_COUNT_IN + begins) * ticks + i * ticks // 2
            events += [(onset, bytes([0x90, pitch, 100])), (onset + ticks * 2 // 5, bytes([0x80, pitch, 0]))]
    return smf.Song(ticks, [events])
