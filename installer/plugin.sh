# Sourced by build.sh: the plugin's packages for Linux and Windows.

# bundle_for FOLDER SYSTEM: the bundle with the libraries of one system.
bundle_for() {
    mkdir -p "$1/ComposerPlugin.vst3/Contents"
    cp -r "$bundle/Contents/Resources" "$bundle/Contents/$2" "$1/ComposerPlugin.vst3/Contents/"
    notices_of_plugin >"$1/ComposerPlugin.vst3/Contents/Resources/THIRD-PARTY-NOTICES.txt"
}

plugin_for_linux() {
    local folder=$stage/ComposerPlugin-$version-linux-x64 deb=$stage/deb-plugin doc
    say "Packing the plugin for Linux"
    bundle_for "$folder" x86_64-linux
    cp -r dist/presets "$folder/"
    cp installer/linux/install.sh "$folder/"
    cp -r "$stage/guide" "$folder/guide"
    cp installer/linux/uninstall.sh "$folder/ComposerPlugin.vst3/Contents/Resources/"
    (cd dist/presets && find . -type f -printf '%P\n' | sort) >"$folder/ComposerPlugin.vst3/Contents/Resources/vstpresets.txt"
    fill installer/linux/metainfo.xml "$folder/composer-plugin.metainfo.xml"
    pack_tar "$folder"

    doc=$deb/usr/share/doc/composer-plugin
    mkdir -p "$deb/usr/lib/vst3" "$deb/usr/share/vst3" "$deb/usr/share/metainfo" "$doc"
    bundle_for "$deb/usr/lib/vst3" x86_64-linux
    cp -r dist/presets "$deb/usr/share/vst3/presets"
    cp "$folder/composer-plugin.metainfo.xml" "$deb/usr/share/metainfo/"
    cp -r "$stage/guide" "$doc/guide"
    notices_of_plugin | cat LICENSE CREDITS.md - >"$doc/copyright"
    gzip -9nc CHANGELOG.md >"$doc/changelog.gz"
    pack_deb composer-plugin "$deb" "libstdc++6 (>= 7)" libxcb1 "$summary
 A VST3 plugin for MIDI tracks: it listens while you play and continues your
 phrase by a neural network, in twelve styles. Nothing leaves the computer."
}

plugin_for_windows() {
    local folder=$stage/ComposerPlugin-$version-windows-x64
    say "Packing the plugin for Windows"
    bundle_for "$folder" x86_64-win
    cp -r dist/presets "$folder/VST3 Presets"
    cp -r "$stage/guide" "$folder/guide"
    cp LICENSE "$folder/LICENSE.txt"
    pack_zip "$folder"
    make_setup "$folder" "ComposerPlugin-$version-windows-x64-setup.exe"
    [ ! -d "$stage/trainer-win-x64" ] ||
        make_setup "$folder" "ComposerPlugin-$version-windows-x64-setup-with-trainer.exe" -DTRAINER="$stage/trainer-win-x64"
}

# make_setup FOLDER NAME [-DTRAINER=FOLDER]: the installer. It removes only the programs that it has put among the user's.
make_setup() {
    (cd dist/presets && find . -type f -printf '%P\n' | sort | sed -e 's|/|\\|g' -e 's|.*|Delete "$APPDATA\\VST3 Presets\\&"|') >"$stage/vstpresets.nsh"
    makensis -V2 -DVERSION="$version" -DFOLDER="$1" -DOUT="$release/$2" -DPRESETS="$stage/vstpresets.nsh" "${@:3}" installer/windows/ComposerPlugin.nsi >&2
}

# fill TEMPLATE FILE: version and date.
fill() { sed -e "s/@VERSION@/$version/" -e "s/@DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)/" "$1" >"$2"; }
