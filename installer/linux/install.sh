#!/bin/sh
# Installs ComposerPlugin for this user, into ~/.vst3. To remove it: ~/.vst3/ComposerPlugin.vst3/Contents/Resources/uninstall.sh
set -eu
cd "$(dirname "$0")"
target=$HOME/.vst3
mkdir -p "$target/presets"
rm -rf "$target/ComposerPlugin.vst3"
cp -r ComposerPlugin.vst3 "$target/"
cp -r presets/. "$target/presets/"
echo "Installed $target/ComposerPlugin.vst3. Scan for plugins in your host; guide/install.html has the first steps."
echo "To remove it: $target/ComposerPlugin.vst3/Contents/Resources/uninstall.sh"
