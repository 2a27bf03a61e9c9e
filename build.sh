#!/usr/bin/env bash
# Makes dist/ComposerPlugin.vst3: the native library, ONNX Runtime and the presets in one bundle.
set -euo pipefail
. "$(dirname "$0")/.setup.sh"

library=$bundle/Contents/x86_64-linux/ComposerPlugin.so
newer_than "$library" src presets Directory.*.props Directory.Build.targets build.sh || exit 0

need_dotnet
need_apt gcc libc6-dev zlib1g-dev
need_onnxruntime

say "Building $bundle"
quietly dotnet publish src/ComposerPlugin -c Release -r linux-x64 -o $artifacts/plugin

rm -rf "$bundle"
mkdir -p "$bundle/Contents/x86_64-linux" "$bundle/Contents/Resources/presets"
cp $artifacts/plugin/libonnxruntime.so "$bundle/Contents/x86_64-linux/"
cp src/ComposerPlugin/moduleinfo.json "$bundle/Contents/Resources/"
for style in presets/*/style.json; do
    [ ! -f "$style" ] || cp -r "$(dirname "$style")" "$bundle/Contents/Resources/presets/"
done
cp LICENSE CREDITS.md "$bundle/Contents/Resources/"
# Last, since its time says that the bundle is whole.
cp $artifacts/plugin/ComposerPlugin.so "$library"
touch "$library"
