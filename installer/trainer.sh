# Sourced by build.sh: the trainer with its .NET runtime and libtorch.
publish_trainers() {
    local system
    for system in linux-x64 win-x64 osx-arm64; do
        announce "libtorch-cpu-$system" "$(version_of "libtorch-cpu-$system")" 130 "libtorch for $system"
        say "Publishing the trainer for $system"
        quietly dotnet publish trainer -c Release -r "$system" --self-contained -p:DebugType=none -o "$stage/trainer-$system"
        rm "$stage/trainer-$system"/*.xml
        cp LICENSE "$stage/trainer-$system/LICENSE.txt"
        notices_of_trainer >"$stage/trainer-$system/THIRD-PARTY-NOTICES.txt"
        tidy "$stage/trainer-$system"
    done
}

pack_trainers() {
    local deb=$stage/deb-trainer system name folder
    say "Packing the trainer"
    for system in linux-x64 win-x64 osx-arm64; do
        name=${system/win/windows}
        folder=$stage/ComposerTrainer-$version-${name/osx/macos}
        mv "$stage/trainer-$system" "$folder"
        if [ "$system" = win-x64 ]; then pack_zip "$folder"; else pack_tar "$folder"; fi
    done

    mkdir -p "$deb/usr/lib" "$deb/usr/bin" "$deb/usr/share/doc/composer-trainer"
    cp -r "$stage/ComposerTrainer-$version-linux-x64" "$deb/usr/lib/composer-trainer"
    ln -s ../lib/composer-trainer/composer-trainer "$deb/usr/bin/composer-trainer"
    cat "$deb"/usr/lib/composer-trainer/{LICENSE,THIRD-PARTY-NOTICES}.txt >"$deb/usr/share/doc/composer-trainer/copyright"
    # .NET's own SHA-256 needs libssl.
    pack_deb composer-trainer "$deb" "libstdc++6 (>= 7), libssl3 | libssl3t64" composer-plugin "Makes styles for ComposerPlugin from MIDI files
 Prepares, trains and evaluates melody models and writes them as styles that
 the plugin plays."
}
