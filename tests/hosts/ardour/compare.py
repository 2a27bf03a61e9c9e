#!/usr/bin/env -S python3 -B
"""Plays in our own host and in Ardour and compares the recorded notes. The exit code is 1 if they differ."""
import argparse
import os
import shutil
import subprocess
import sys

import agreement
import performance
import smf
from session_file import TICKS

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), '../../..'))
HERE = os.path.dirname(os.path.abspath(__file__))

# The value of the control Style for the first user style.
FIRST_USER_STYLE = 32


def read_command_line():
    parser = argparse.ArgumentParser(prog='compare.sh', description=__doc__)
    parser.add_argument('mode', nargs='*', help=f'some of {", ".join(performance.MODES)}; without any, all of them')
    parser.add_argument('--phrase', metavar='FILE', help='plays this MIDI file instead, with the default controls')
    parser.add_argument('--style', default='', metavar='FOLDER', help='a vae style, for Vary; without it, Vary uses the default style')
    parser.add_argument('--class', default='Composer MIDI', dest='name', help='Composer or Composer MIDI')
    parser.add_argument('--speed', default='Normal Speed', help='Ardour\'s speed, "Half Speed" to "50x Speed"')
    parser.add_argument('--notes', action='store_true', help='print all notes, not only those that differ')
    parser.add_argument('--out', default=os.path.join(ROOT, 'out/ardour'), metavar='FOLDER', help='folder for songs and recordings (out/ardour)')
    asked = parser.parse_args()
    unknown = [mode for mode in asked.mode if mode not in performance.MODES]
    if unknown:
        parser.error(f'{unknown[0]} is not a mode; choose from {", ".join(performance.MODES)}')
    return asked


def with_style(style, folder):
    """The environment in which the plugin finds at most one user style."""
    styles = os.path.join(folder, 'data/ComposerPlugin/styles')
    shutil.rmtree(styles, ignore_errors=True)
    os.makedirs(styles)
    if style:
        shutil.copytree(style, os.path.join(styles, 'own'), ignore=shutil.ignore_patterns('checkpoint*', '*.log'))
    return dict(os.environ, XDG_DATA_HOME=os.path.join(folder, 'data'))


def run(command, environment, log):
    with open(log, 'w') as file:
        code = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT).returncode
    if code != 0:
        with open(log) as file:
            sys.stderr.writelines(file.readlines()[-20:])
        raise SystemExit(f'{command[0]} failed with {code}; see its output above.')


def play(played, asked):
    """Plays a performance in both hosts and compares the recordings."""
    environment = with_style(played.style, asked.out)
    ours, theirs = (os.path.join(asked.out, f'{played.name.replace(", ", "-").replace(" ", "-")}.{host}') for host in ('ours', 'ardour'))
    style = {'ours': ['--style', 'own'], 'ardour': [f'--set=Style={FIRST_USER_STYLE}']} if played.style else {'ours': [], 'ardour': []}
    run([os.path.join(ROOT, 'run.sh'), played.song, '--class', asked.name, '--offline', '--events', ours + '.jsonl',
         *style['ours'], *spaced(played.options())], environment, ours + '.log')
    run([os.path.join(HERE, 'ardour_run.py'), os.path.join(ROOT, 'dist/ComposerPlugin.vst3'), asked.name, played.song, theirs + '.jsonl',
         '--speed', asked.speed, *style['ardour'], *played.options()], environment, theirs + '.log')
    # Ardour's song position and its recordings have a resolution of one tick.
    tolerance = 2 * max(60 / bpm for _, bpm in smf.read(played.song).tempi) / TICKS
    return agreement.Agreement.of(*(agreement.read(path + '.jsonl', played.seconds, tolerance) for path in (ours, theirs)), tolerance)


def spaced(options):
    return [word for option in options for word in option.split('=', 1)]


def report(name, found, asked):
    """Prints one line for a performance, and the notes that differ. Returns true if none differs."""
    answering = sum(one is not None and one.channel == performance.ANSWERS for one, _ in found.pairs)
    agrees = len(found.same) == len(found.pairs) and answering > 0
    print(f'{"same " if agrees else "OTHER"}  {name:28} {len(found.same)} of {len(found.pairs)} notes, {answering} of them answering; '
          f'onsets at most {found.furthest("onset") * 1000:.3f} ms apart, lengths {found.furthest("length") * 1000:.3f} ms', flush=True)
    if not agrees or asked.notes:
        print(*found.lines(only_different=not asked.notes), sep='\n', flush=True)
    if found.missing:
        print(f'{found.missing} notes are missing in Ardour, which does not wait for the plugin: on a busy machine the plugin drops late notes.', flush=True)
    return agrees


def main():
    asked = read_command_line()
    asked.out = os.path.abspath(asked.out)
    os.makedirs(asked.out, exist_ok=True)
    song = os.path.join(asked.out, 'song.mid')
    if asked.phrase:
        subprocess.run([os.path.join(HERE, 'count_in.py'), asked.phrase, song], check=True)
        performances = [performance.of_phrase(song)]
    else:
        performances = performance.of_modes(asked.mode or performance.MODES, song, asked.style)
    agreed = [report(played.name, play(played, asked), asked) for played in performances]
    print(f'{sum(agreed)} of {len(agreed)} agree.')
    return 0 if all(agreed) else 1


sys.exit(main())
