#!/usr/bin/env bash
# Makes dist/ComposerPlugin.vst3: the native library, ONNX Runtime and the presets in one bundle. --cuda adds ONNX Runtime's CUDA provider.
set -euo pipefail
. "$(dirname "$0")/.setup.sh"

binaries=$bundle/Contents/x86_64-linux
library=$binaries/ComposerPlugin.so

make_bundle() {
    need_dotnet
    need_apt gcc libc6-dev zlib1g-dev
    need_onnxruntime

    say "Building $bundle"
    quietly dotnet publish src/ComposerPlugin -c Release -r linux-x64 -o $artifacts/plugin

    rm -rf "$bundle"
    mkdir -p "$binaries" "$bundle/Contents/Resources/presets"
    # The stand-in and the NuGet package both put it there.
    cp $artifacts/plugin/libonnxruntime.so "$binaries/"
    cp src/ComposerPlugin/moduleinfo.json "$bundle/Contents/Resources/"
    for style in presets/*/style.json; do
        [ ! -f "$style" ] || cp -r "$(dirname "$style")" "$bundle/Contents/Resources/presets/"
    done
    cp LICENSE CREDITS.md "$bundle/Contents/Resources/"
    # Last, since its time says that the bundle is whole.
    cp $artifacts/plugin/ComposerPlugin.so "$library"
    touch "$library"
}

# The provider is an npm package of its own, linked to the one that ONNX Runtime comes from.
add_cuda() {
    local project=src/Packages/OnnxRuntimeCuda
    local libraries=$project/node_modules/com.github.asus4.onnxruntime.linux-x64-gpu/Plugins/Linux/x64
    if [ ! -f $libraries/libonnxruntime_providers_cuda.so ]; then
        need_onnxruntime
        say "Installing npm packages: ONNX Runtime's CUDA provider (180 MB)"
        (cd $project && npm ci --ignore-scripts --silent) || die "npm could not install the CUDA provider; run 'npm ci' in $project to see why."
    fi
    cp $libraries/libonnxruntime_providers_{shared,cuda}.so "$binaries/"
    say "Added libonnxruntime_providers_cuda.so and libonnxruntime_providers_shared.so to $bundle. The machine needs CUDA 13 and cuDNN 9."
}

case ${1:-} in
    '' | --cuda) ;;
    *) die "./build.sh does not know '$1'. Its one option is --cuda." ;;
esac
is_whole() {
    local style
    [ -f "$binaries/libonnxruntime.so" ] && [ -f "$bundle/Contents/Resources/moduleinfo.json" ] || return 1
    for style in presets/*/; do
        [ ! -f "$style/style.json" ] || [ "$(ls "$style")" = "$(ls "$bundle/Contents/Resources/$style" 2>/dev/null)" ] || return 1
    done
}
if ! is_whole || newer_than "$library" src presets Directory.*.props Directory.Build.targets build.sh; then
    make_bundle
fi
rm -f "$binaries"/libonnxruntime_providers_*.so
if [ "${1:-}" = --cuda ]; then
    add_cuda
fi
