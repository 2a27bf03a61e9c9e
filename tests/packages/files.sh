# Sourced by run.sh: what is in the packages.

test_files() {
    check "every file has its hash" hashes
    check "every package has the version" versions
    check "no library needs a glibc newer than 2.34" glibc
    check "every package has its licences" licences
    check "the AppStream metadata is valid" appstream
    check "a second run gives the same bytes" reproducible
}

unpacked() {
    local folder=$work/unpacked
    [ -d "$folder" ] || {
        mkdir -p "$folder"
        tar -C "$folder" -xf "$release/ComposerPlugin-$version-linux-x64.tar.gz"
        tar -C "$folder" -xf "$release/ComposerTrainer-$version-linux-x64.tar.gz"
    }
    echo "$folder"
}

hashes() {
    cd "$release"
    sha256sum --quiet -c SHA256SUMS
    expect "files" "$(ls | grep -v SHA256SUMS)" "$(cut -c67- SHA256SUMS)"
}

versions() {
    local deb file
    expect files "" "$(ls "$release" | grep -v -e SHA256SUMS -e "[-_]$version[-_]")"
    for deb in "$release"/*.deb; do expect "$deb" "$version" "$(dpkg-deb -f "$deb" Version)"; done
    file=$(unpacked)/ComposerPlugin-$version-linux-x64
    expect moduleinfo "$version" "$(sed -nE '1,4s/.*"Version": "(.*)".*/\1/p' "$file/ComposerPlugin.vst3/Contents/Resources/moduleinfo.json")"
}

glibc() {
    local library newest
    while read -r library; do
        newest=$(objdump -T "$library" 2>/dev/null | grep -oE 'GLIBC_2\.[0-9.]+' | sort -Vu | tail -1)
        echo "$newest $library"
        [ "$(printf 'GLIBC_2.34\n%s\n' "$newest" | sort -V | tail -1)" = GLIBC_2.34 ] || exit 1
    done < <(find "$(unpacked)" -type f \( -name '*.so*' -o -name composer-trainer -o -name createdump \))
}

licences() {
    local notices part
    for notices in "$(unpacked)"/*/ComposerPlugin.vst3/Contents/Resources/THIRD-PARTY-NOTICES.txt; do
        for part in ".NET runtime" "ONNX Runtime" Skia HarfBuzz BouncyCastle "SIL OPEN FONT LICENSE"; do grep -qi "$part" "$notices"; done
    done
    notices=$(unpacked)/ComposerTrainer-$version-linux-x64/THIRD-PARTY-NOTICES.txt
    # Every library that is not of .NET itself or ours has a heading.
    for part in "ONNX Runtime" TorchSharp libtorch Google.Protobuf Spectre.Console SharpZipLib BouncyCastle System.Numerics.Tensors; do
        grep -qE "^$part" "$notices" || { echo "$notices does not name $part."; exit 1; }
    done
}

appstream() {
    command -v appstreamcli >/dev/null || skip "appstreamcli is missing: apt-get install appstream"
    appstreamcli validate --no-net "$(unpacked)/ComposerPlugin-$version-linux-x64/composer-plugin.metainfo.xml"
}

# The plugin's packages, packed again. A whole second build is compared by hand (installer/README.md).
reproducible() {
    RELEASE=$work/again ./installer/build.sh --no-trainer
    cd "$release"
    sha256sum --quiet -c "$work/again/SHA256SUMS"
}
