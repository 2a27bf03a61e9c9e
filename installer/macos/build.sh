#!/usr/bin/env bash
# installer/macos/build.sh ARCHIVE: makes dist/release/ComposerPlugin-VERSION-macos-arm64.pkg on a Mac, with the resources of the Linux archive.
# With APP_IDENTITY and PKG_IDENTITY it is signed, with NOTARY_PROFILE (notarytool store-credentials) also notarised. Not run yet.
set -euo pipefail
archive=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/../.."
version=$(sed -nE 's/.*<Version>(.*)<\/Version>.*/\1/p' Directory.Build.props)
stage=$PWD/artifacts/macos
bundle=$stage/root/Library/Audio/Plug-Ins/VST3/ComposerPlugin.vst3
package=dist/release/ComposerPlugin-$version-macos-arm64.pkg

dotnet publish src/ComposerPlugin -c Release -r osx-arm64 -o artifacts/plugin-macos
rm -rf "$stage"
mkdir -p "$stage/unpacked" "$bundle/Contents/MacOS" "$stage/root/Library/Audio/Presets" dist/release
tar -C "$stage/unpacked" --strip-components=1 -xf "$archive"
cp -R "$stage/unpacked/ComposerPlugin.vst3/Contents/Resources" "$bundle/Contents/"
rm "$bundle/Contents/Resources/uninstall.sh" "$bundle/Contents/Resources/vstpresets.txt"
cp -R "$stage/unpacked/presets/" "$stage/root/Library/Audio/Presets/"
cp artifacts/plugin-macos/ComposerPlugin.dylib "$bundle/Contents/MacOS/ComposerPlugin"
cp artifacts/plugin-macos/lib{onnxruntime,SkiaSharp}.dylib "$bundle/Contents/MacOS/"
sed "s/@VERSION@/$version/" installer/macos/Info.plist >"$bundle/Contents/Info.plist"
cp installer/macos/PkgInfo "$bundle/Contents/"
plutil -lint "$bundle/Contents/Info.plist"

# "-" is an ad hoc signature, which has no time stamp: Apple silicon loads no library without one.
signing=(--sign -)
[ -z "${APP_IDENTITY:-}" ] || signing=(--timestamp --sign "$APP_IDENTITY")
for library in "$bundle"/Contents/MacOS/*.dylib "$bundle"; do
    codesign --force --options runtime "${signing[@]}" "$library"
done
pkgbuild --root "$stage/root" --identifier io.github.composerplugin.pkg --version "$version" ${PKG_IDENTITY:+--sign "$PKG_IDENTITY"} "$package"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$package" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$package"
fi
