#!/usr/bin/env bash
# Makes the pictures of the docs: presets/*/continued.svg and docs/window/*.png. docs/pictures.txt says what each was made from.
#   docs/pictures.sh [presets|window]   makes them, or some of them; those of the window need a JUCE host and Xvfb (./test.sh installs both)
#   docs/pictures.sh --check            lists those whose sources have changed since; exit code 1 if there are any
set -euo pipefail
. "$(dirname "$0")/../.setup.sh"
list=docs/pictures.txt

# sources_of PICTURE: the files that it shows, one a line.
sources_of() {
    case $1 in
        presets/*) local folder=${1%/*}; printf '%s\n' "$folder"/*.onnx "$folder/plan.json" "$(phrase_of "$folder")" ;;
        docs/window/*) printf '%s\n' tests/ComposerPlugin.Editor.Tests/Golden/*.png tests/ComposerPlugin.Tests/Window/Pictures/WindowPictures.cs ;;
    esac
}

# command_of PRESET: the options of ./run.sh in its README, which say how its picture is made.
command_of() { sed -nE 's/^`\.\/run\.sh ([^`]*)`.*/\1/p' "$1/README.md" | head -1; }

phrase_of() { command_of "$1" | sed 's/ .*//'; }

# hash_of PICTURE: of its sources, and of the command that makes it.
hash_of() {
    local file
    {
        [[ $1 != presets/* ]] || command_of "${1%/*}"
        while read -r file; do cat "$file"; done < <(sources_of "$1")
    } | sha256sum | sed 's/ .*//'
}

pictures() {
    local picture
    for picture in presets/*/continued.svg docs/window/*.png; do
        # Taken by hand, under Wine.
        [ "$picture" = docs/window/wine.png ] || echo "$picture"
    done
}

check() {
    local picture stale=0
    while read -r picture; do
        grep -qxF "$(hash_of "$picture")  $picture" $list || { echo "$picture is older than what it shows."; stale=1; }
    done < <(pictures)
    [ $stale = 0 ] || say "Make them again with docs/pictures.sh"
    return $stale
}

# note PART: writes the sources of the pictures of a part to the list.
note() {
    local picture rest
    rest=$(grep -v "  $1" $list || true)
    {
        [ -z "$rest" ] || printf '%s\n' "$rest"
        while read -r picture; do
            [[ $picture != $1* ]] || echo "$(hash_of "$picture")  $picture"
        done < <(pictures)
    } | LC_ALL=C sort -k2 >$list.new
    mv $list.new $list
}

make_presets() {
    local picture options out
    out=$(mktemp -d)
    for picture in presets/*/continued.svg; do
        read -ra options <<<"$(command_of "${picture%/*}")"
        say "$picture"
        quietly ./run.sh "${options[@]}" --out "$out"
        cp "$out/continued.svg" "$picture"
    done
    rm -rf "$out"
    note presets/
}

make_window() {
    ./build.sh
    tests/hosts/vst3run/build.sh
    quietly dotnet build tests/ComposerPlugin.Tests -c Release
    COMPOSER_PICTURES=docs/window quietly dotnet "$artifacts/bin/ComposerPlugin.Tests/release/ComposerPlugin.Tests.dll" -class "*WindowPictures" -noLogo
    note docs/window/
}

case ${1:-all} in
    --check) check ;;
    presets) make_presets ;;
    window) make_window ;;
    all) make_presets; make_window ;;
    *) die "docs/pictures.sh does not know '$1': presets, window, --check." ;;
esac
