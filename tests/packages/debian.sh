# Sourced by run.sh: the Linux packages in clean Debian systems (debootstrap), with the JUCE host.
repository=$PWD
roots=$PWD/artifacts/roots
host_packages=libfreetype6,libjpeg62-turbo,zlib1g,libx11-6,libxext6,libxcursor1,libxinerama1,libxrandr2,libxcb1,libgcc-s1,libstdc++6

test_debian() {
    check "Debian 12: the .deb is installed, plays, and is removed" deb_plays bookworm libpng16-16,libssl3
    check "Debian 12: the .tar.gz is installed, plays, and is removed" archive_plays bookworm libpng16-16,libssl3
    check "Debian 13: the .deb is installed, plays, and is removed" deb_plays trixie libpng16-16t64,libssl3t64
    check "Debian 12: the trainer's .deb prepares, trains and evaluates" trainer_works bookworm libpng16-16,libssl3
}

# make_root SUITE PACKAGES: a clean system with what the JUCE host needs, made once.
make_root() {
    [ "$(id -u)" = 0 ] || skip "a Debian root needs the rights of root"
    command -v debootstrap >/dev/null || skip "debootstrap is missing: apt-get install debootstrap"
    root=$roots/$1
    [ -f "$root.made" ] || {
        rm -rf --one-file-system "$root"
        mkdir -p "$roots"
        debootstrap --variant=minbase --include="$host_packages,$2" "$1" "$root" || skip "no Debian $1 can be had here"
        touch "$root.made"
    }
    mkdir -p "$root/test"
    cp artifacts/vst3run/vst3run presets/phrases/reel.mid "$root/test/"
    in_root find / -xdev -path /var -prune -o -path /test -prune -o -path /proc -prune -o -print | sort >"$work/before"
}

in_root() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 "$@"; }

# nothing_left: the system has the files that it had before, and /root has the musician's folder.
nothing_left() {
    in_root find / -xdev -path /var -prune -o -path /test -prune -o -path /proc -prune -o -print | sort >"$work/after"
    rm -rf "$root/root/.local"
    expect "files left or lost" "" "$(diff "$work/before" "$work/after" | grep '^[<>]' | grep -v ' /root/.local')"
}

# plays BUNDLE: in the root, the plugin gives the notes that the bundle here gives, and shows its window.
plays() {
    local options=(--midi reel.mid --seconds 25 --out)
    (cd presets/phrases && env -u DISPLAY "$repository/artifacts/vst3run/vst3run" "$repository/$bundle" "${options[@]}" "$work/here.jsonl")
    in_root sh -c "cd /test && ./vst3run $1 ${options[*]} /test/there.jsonl"
    diff "$work/here.jsonl" "$root/test/there.jsonl"
    [ "$(wc -l <"$work/here.jsonl")" -gt 60 ]
    # The server's abstract socket is seen from every root; its key is not.
    xvfb-run -a -s "-ac -screen 0 1280x900x24" bash -c "chroot $root env HOME=/root DISPLAY=\$DISPLAY /test/vst3run $1 --seconds 1 --editor 2" 2>&1 |
        tee "$work/window"
    grep -q "editor: [0-9]" "$work/window"
}

deb_plays() {
    make_root "$@"
    cp "$release/composer-plugin_${version}_amd64.deb" "$root/test/plugin.deb"
    in_root dpkg -i /test/plugin.deb
    in_root dpkg --verify composer-plugin
    is_there "$root/usr/share/vst3/presets/ComposerPlugin/Composer MIDI"
    plays /usr/lib/vst3/ComposerPlugin.vst3
    in_root dpkg -i /test/plugin.deb
    in_root dpkg -r composer-plugin
    nothing_left
}

archive_plays() {
    make_root "$@"
    rm -rf "$root/test/archive"
    mkdir "$root/test/archive"
    tar -C "$root/test/archive" --strip-components=1 -xf "$release/ComposerPlugin-$version-linux-x64.tar.gz"
    in_root /test/archive/install.sh
    plays /root/.vst3/ComposerPlugin.vst3
    in_root /test/archive/install.sh
    touch "$root/root/.vst3/presets/ComposerPlugin/Composer/Mine.vstpreset"
    in_root /root/.vst3/ComposerPlugin.vst3/Contents/Resources/uninstall.sh
    is_there "$root/root/.vst3/presets/ComposerPlugin/Composer/Mine.vstpreset"
    rm -r "$root/root/.vst3"
    nothing_left
}

trainer_works() {
    make_root "$@"
    cp "$release/composer-trainer_${version}_amd64.deb" "$root/test/trainer.deb"
    in_root dpkg -i /test/trainer.deb
    rm -rf "$root/test/"{tunes,data,style}
    cp -r presets/phrases "$root/test/tunes"
    mkdir -p "$root/proc"
    mount -t proc proc "$root/proc"
    trap 'umount "$root/proc"' EXIT
    in_root composer-trainer prepare /test/tunes --out /test/data
    in_root composer-trainer train --data /test/data --model gru --steps 20 --out /test/style
    in_root composer-trainer evaluate /test/style --data /test/data
    is_there "$root/test/style/style.json"
    in_root dpkg -r composer-trainer
    nothing_left
}
