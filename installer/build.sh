#!/usr/bin/env bash
# Makes dist/release, what a release page offers: the plugin for Linux and Windows, the trainer for Linux, Windows and macOS, and SHA256SUMS.
# --no-trainer leaves the trainer out. RELEASE is another folder for them. The plugin for macOS is made on a Mac (installer/macos).
set -euo pipefail
. "$(dirname "$0")/../.setup.sh"
for part in common notices plugin trainer; do . "installer/$part.sh"; done

with_trainer=1
for option in "$@"; do
    case $option in
        --no-trainer) with_trainer= ;;
        *) die "installer/build.sh does not know '$option'. Its option is --no-trainer." ;;
    esac
done

need_dotnet
need_packages "What packages are made with" cmark-gfm nsis zip zstd
rm -rf "$stage" "$release"
mkdir -p "$stage" "$release"

./build.sh --windows
make_guide "$stage/guide"
[ -z "$with_trainer" ] || publish_trainers
plugin_for_linux
plugin_for_windows
[ -z "$with_trainer" ] || pack_trainers
(cd "$release" && sha256sum -- * >"$stage/SHA256SUMS" && mv "$stage/SHA256SUMS" .)
(cd "$release" && du -h --apparent-size -- * >&2)
