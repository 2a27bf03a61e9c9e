#!/bin/sh
# Removes ComposerPlugin from this user's ~/.vst3, with the presets that install.sh put there. Your own styles and presets stay.
set -eu
resources=$(dirname "$(realpath "$0")")
bundle=${resources%/Contents/Resources}
presets=$(dirname "$bundle")/presets
while IFS= read -r preset; do rm -f "$presets/$preset"; done <"$resources/vstpresets.txt"
[ ! -d "$presets/ComposerPlugin" ] || find "$presets/ComposerPlugin" -depth -type d -empty -delete
rmdir "$presets" 2>/dev/null || true
rm -rf "$bundle"
echo "Removed $bundle. Your styles are still in ${XDG_DATA_HOME:-$HOME/.local/share}/ComposerPlugin."
