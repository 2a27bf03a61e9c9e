"""What both hosts play: songs with their controls, in every mode."""
import os
from dataclasses import dataclass, replace

import smf

# The plugin's modes, as its control lists them.
MODES = ['Continue', 'Trade', 'Generate', 'Vary', 'Hold']

# Answers come out on a channel of their own, which tells them from what is played. The control counts channels from 1.
ANSWERS = 1
_ANSWER_CHANNEL = ('Output channel', ANSWERS + 1)

# A rest, which a recording in Ardour needs at its start, a phrase, rest, another phrase.
_COUNT_IN = 4
_PHRASES = {0: [62, 66, 69, 66, 74, 69, 66, 69], 20: [67, 71, 74, 71, 78, 76, 74, 71]}
_BEATS = 44

# In microseconds a beat: few of its grid lines fall on samples. The tempo changes while the first answer sounds, within a block.
_TEMPI = {0: 382000, 12: 611000}

# It begins in mid-bar, and moves the bar lines off the beat where they were.
_LOOP = (3, 25)

# Hold takes over in the middle of an answer, and gives way again where the loop begins.
_CONTINUES_FROM, _HOLDS_FROM = 3, 13.6


@dataclass(frozen=True)
class Performance:
    """Controls in their own units, moved ones with their beat first."""
    name: str
    song: str
    controls: tuple
    seconds: float
    moves: tuple = ()
    loop: tuple = ()
    style: str = ''

    def options(self):
        """As our own host and ardour_run.py understand them."""
        return [*(f'--set={title}={value}' for title, value in self.controls),
                *(f'--move={beat}:{title}={value}' for beat, title, value in self.moves),
                *([f'--loop={self.loop[0]}:{self.loop[1]}'] if self.loop else []),
                f'--seconds={self.seconds}']


def of_phrase(path):
    song = smf.read(path)
    return Performance(os.path.basename(path), path, (_ANSWER_CHANNEL,), song.second_at(song.beats + 24))


def of_modes(modes, path, style):
    """Each mode over the tempo change, and in the loop; Vary with a style."""
    smf.write(path, _song())
    seconds = smf.read(path).second_at(_BEATS)
    for mode in modes:
        controls = (_ANSWER_CHANNEL, ('Answer length', 2), ('Trade', 1))
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
