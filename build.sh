#!/usr/bin/env bash
# Makes dist/ComposerPlugin.vst3: the native library, ONNX Runtime, Skia and the presets in one bundle; and dist/presets, their programs as .vstpreset files.
# --cuda adds ONNX Runtime's CUDA provider, --windows the library for Windows x64 with its ONNX Runtime and Skia.
set -euo pipefail
. "$(dirname "$0")/.setup.sh"

binaries=$bundle/Contents/x86_64-linux
library=$binaries/ComposerPlugin.so
windows=$bundle/Contents/x86_64-win

make_bundle() {
    need_dotnet
    [ -e "$library" ] || say "The first build takes two to five minutes and 2 GB of disk."
    need_build_tools
    say "1 of 3  Packages …"
    announce_onnxruntime 270 "ONNX Runtime and the .NET compiler"
    restore src/ComposerPlugin
    say "2 of 3  Compiling the plugin …"
    quietly dotnet publish src/ComposerPlugin -c Release -o "$artifacts/plugin"
    say "3 of 3  Writing $bundle …"

    rm -rf "$bundle"
    mkdir -p "$binaries" "$bundle/Contents/Resources/presets"
    cp "$artifacts/plugin/libonnxruntime.so" "$artifacts/plugin/libSkiaSharp.so" "$binaries/"
    sed "s/@VERSION@/$version/" src/ComposerPlugin/moduleinfo.json >"$bundle/Contents/Resources/moduleinfo.json"
    for style in presets/*/style.json; do
        [ ! -f "$style" ] || cp -r "$(dirname "$style")" "$bundle/Contents/Resources/presets/"
    done
    cp LICENSE CREDITS.md "$bundle/Contents/Resources/"
    cp src/ComposerPlugin.Editor/Fonts/OFL.txt "$bundle/Contents/Resources/FONTS-LICENSE.txt"
    make_presets
    # Last, since its time says that the bundle is whole.
    cp "$artifacts/plugin/ComposerPlugin.so" "$library"
    touch "$library"
}

# What hosts list as presets, in folders as they look for them: dist/presets goes to ~/.vst3/presets.
make_presets() {
    quietly dotnet build src/ComposerPlugin.Presets -c Release
    rm -rf dist/presets
    quietly dotnet "$artifacts/bin/ComposerPlugin.Presets/release/ComposerPlugin.Presets.dll" presets dist/presets
}

# add_cuda Linux|Windows MEGABYTES FOLDER ENDING: the CUDA provider's libraries out of a package that is only downloaded.
add_cuda() {
    local name=Microsoft.ML.OnnxRuntime.Gpu.$1 version
    version=$(version_of CudaProviderVersion)
    announce "$name" "$version" "$2" "ONNX Runtime's CUDA provider for $1"
    restore src/ComposerPlugin -p:CudaFor="$1"
    cp "$nuget_packages/${name,,}/$version"/runtimes/*/native/*onnxruntime_providers_{shared,cuda}."$4" "$3/"
    say "Added ONNX Runtime's CUDA provider to $3. The machine needs CUDA 13 and cuDNN 9."
}

# Compiled and linked here, on Linux (src/ComposerPlugin/Windows).
add_windows() {
    need_packages "The compiler for Windows" clang lld llvm mingw-w64-x86-64-dev
    say "Building the library for Windows x64"
    quietly dotnet publish src/ComposerPlugin -c Release -r win-x64 -o "$artifacts/plugin-windows"
    mkdir -p "$windows"
    cp "$artifacts/plugin-windows/ComposerPlugin.dll" "$windows/ComposerPlugin.vst3"
    cp "$artifacts/plugin-windows/onnxruntime.dll" "$artifacts/plugin-windows/libSkiaSharp.dll" "$windows/"
    say "Added $windows to the bundle."
}

cuda= for_windows=
for option in "$@"; do
    case $option in
        --cuda) cuda=1 ;;
        --windows) for_windows=1 ;;
        *) die "./build.sh does not know '$option'. Its options are --cuda and --windows." ;;
    esac
done
is_whole() {
    local style
    [ -f "$binaries/libonnxruntime.so" ] && [ -f "$binaries/libSkiaSharp.so" ] && [ -d dist/presets ] && [ -f "$bundle/Contents/Resources/moduleinfo.json" ] || return 1
    for style in presets/*/; do
        [ ! -f "$style/style.json" ] || [ "$(ls "$style")" = "$(ls "$bundle/Contents/Resources/$style" 2>/dev/null)" ] || return 1
    done
}
if ! is_whole || newer_than "$library" src presets Directory.*.props Directory.Build.targets build.sh .setup.sh global.json LICENSE CREDITS.md; then
    make_bundle
fi
[ -z "$for_windows" ] || add_windows
[ -z "$cuda" ] || add_cuda Linux 245 "$binaries" so
[ -z "$cuda" ] || [ -z "$for_windows" ] || add_cuda Windows 160 "$windows" dll
