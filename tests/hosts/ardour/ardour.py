"""Runs Ardour's programs with a home folder of their own."""
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ARDOUR = '/usr/lib/ardour7'


def copy_as_old(source, target):
    """Copies a file and sets its time to 0: Ardour ignores a scan that is not at least a second newer than the plugin."""
    shutil.copyfile(source, target)
    os.utime(target, (0, 0))


class Ardour:
    """An Ardour that finds one plugin only."""

    def __init__(self, folder, plugin):
        home = os.path.join(folder, 'home')
        self.plugin = os.path.join(home, '.vst3', os.path.basename(plugin.rstrip('/')))
        shutil.copytree(plugin, self.plugin, copy_function=copy_as_old)
        self.environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home + '/.config', XDG_CACHE_HOME=home + '/.cache')
        self.environment.pop('DISPLAY', None)

    def scan(self):
        """Ardour loads only plugins that its scanner has seen."""
        output = self.run([f'{ARDOUR}/ardour-vst3-scanner', '-f', self.plugin], 60, LD_LIBRARY_PATH=ARDOUR)
        if 'Found Plugin' not in output:
            raise SystemExit(f"Ardour's scanner rejects {self.plugin}:\n{output}")

    def script(self, name, *arguments, timeout):
        return self.run(['ardour7-lua', os.path.join(HERE, name), *map(str, arguments)], timeout)

    def run(self, command, timeout, **environment):
        ended = subprocess.run(command, env={**self.environment, **environment}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, timeout=timeout, text=True, errors='replace')
        print(ended.stdout, file=sys.stderr)
        if ended.returncode != 0:
            raise SystemExit(f'{command[0]} failed with {ended.returncode}; see its output above.')
        return ended.stdout
