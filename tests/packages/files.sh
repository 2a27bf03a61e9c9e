# Sourced by run.sh: what is in the packages.

test_files() {
    check "every file has its hash" hashes
    check "every package has the version" versions
    check "no library needs a glibc newer than 2.34" glibc
    check "every package has its licences" licences
    check "macOS: the trainer's folder is whole, and its libraries are signed" mac_trainer
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
    local library newest folder count=0
    folder=$(unpacked)
    while read -r library; do
        newest=$(objdump -T "$library" 2>/dev/null | grep -oE 'GLIBC_2\.[0-9.]+' | sort -Vu | tail -1) || true
        echo "$newest $library"
        [ "$(printf 'GLIBC_2.34\n%s\n' "$newest" | sort -V | tail -1)" = GLIBC_2.34 ] || exit 1
        [ -z "$newest" ] || count=$((count + 1))
    done < <(find "$folder" -type f \( -name '*.so*' -o -name composer-trainer -o -name createdump \))
    # The plugin's three, and libtorch's and .NET's.
    [ $count -gt 15 ]
}

licences() {
    local notices part folder
    folder=$(unpacked)
    for notices in "$folder"/*/ComposerPlugin.vst3/Contents/Resources/THIRD-PARTY-NOTICES.txt; do
        for part in ".NET runtime" "ONNX Runtime" Skia HarfBuzz BouncyCastle "SIL OPEN FONT LICENSE"; do grep -qi "$part" "$notices"; done
    done
    notices=$folder/ComposerTrainer-$version-linux-x64/THIRD-PARTY-NOTICES.txt
    # Every library that is not of .NET itself or ours has a heading.
    for part in "ONNX Runtime" TorchSharp libtorch Google.Protobuf Spectre.Console SharpZipLib BouncyCastle System.Numerics.Tensors; do
        grep -qE "^$part" "$notices" || { echo "$notices does not name $part."; exit 1; }
    done
}

# It cannot run here. Apple silicon starts no program and loads no library without a signature, at least an ad hoc one (0xfade0cc0).
mac_trainer() {
    local file folder=$work/mac/ComposerTrainer-$version-macos-arm64
    mkdir -p "$work/mac"
    tar -C "$work/mac" -xf "$release/ComposerTrainer-$version-macos-arm64.tar.gz"
    for file in composer-trainer composer-trainer.dll lib{coreclr,hostfxr,onnxruntime,torch,torch_cpu,c10,omp,LibTorchSharp}.dylib; do is_there "$folder/$file"; done
    for file in "$folder"/composer-trainer "$folder"/*.dylib; do
        LC_ALL=C grep -qaP '\xfa\xde\x0c\xc0' "$file" || { echo "$file is not signed."; exit 1; }
    done
}

appstream() {
    command -v appstreamcli >/dev/null || skip "appstreamcli is missing: apt-get install appstream"
    appstreamcli validate --no-net "$(unpacked)/ComposerPlugin-$version-linux-x64/composer-plugin.metainfo.xml"
}

# The plugin's packages, packed again. A whole second build is compared by hand (installer/README.md).
reproducible() {
    local folder
    folder=$(unpacked)
    # The time of the packed files, which is that of a commit before this one if nothing that is packed has changed.
    SOURCE_DATE_EPOCH=$(stat -c %Y "$folder"/*/install.sh)
    export SOURCE_DATE_EPOCH
    RELEASE=$work/again ./installer/build.sh --no-trainer
    cd "$release"
    sha256sum --quiet -c "$work/again/SHA256SUMS"
}
