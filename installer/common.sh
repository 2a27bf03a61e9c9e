# Sourced by build.sh: where things lie, and how a folder becomes a package of the same bytes each time.
release=${RELEASE:-$PWD/dist/release}
stage=$(realpath -m "$artifacts")/installer
summary="Plays an answer to your phrase: in time, in style, on your track"
# The time of every packed file: that of the last commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C

# tidy FOLDER: the same rights and times for the same files.
tidy() {
    find "$1" -type d -exec chmod 755 {} +
    find "$1" -type f ! -perm -100 -exec chmod 644 {} +
    find "$1" -type f -perm -100 -exec chmod 755 {} +
    find "$1" -type f \( -name '*.so*' -o -name '*.dll' -o -name '*.dylib' \) -exec chmod 644 {} +
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# pack_tar FOLDER, pack_zip FOLDER: one package of that name in dist/release.
pack_tar() {
    tidy "$1"
    tar -C "$(dirname "$1")" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$(basename "$1")" |
        gzip -9n >"$release/$(basename "$1").tar.gz"
}

pack_zip() {
    tidy "$1"
    (cd "$(dirname "$1")" && find "$(basename "$1")" | sort | zip -q -X -9 -@ "$release/$(basename "$1").zip")
}

# pack_deb NAME FOLDER DEPENDS RECOMMENDS DESCRIPTION: a Debian package of the files in the folder. glibc 2.34 and libstdc++ 7: docs/packages.md.
pack_deb() {
    mkdir -p "$2/DEBIAN"
    cat >"$2/DEBIAN/control" <<CONTROL
Package: $1
Version: $version
Architecture: amd64
Maintainer: The ComposerPlugin developers
Installed-Size: $(du -sk --apparent-size --exclude=DEBIAN "$2" | cut -f1)
Depends: libc6 (>= 2.34), libgcc-s1, $3
Recommends: $4
Section: sound
Priority: optional
Homepage: https://github.com/composerplugin
Description: $5
CONTROL
    (cd "$2" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    tidy "$2"
    # Every system with glibc 2.34 reads zstd.
    dpkg-deb --root-owner-group -Zzstd -z12 --build "$2" "$release/$1_${version}_amd64.deb" >/dev/null
}

# make_guide FOLDER: the documents for musicians as web pages. Links to other files of the repository become plain text.
make_guide() {
    local page name pages="install controls modes hosts window styles"
    mkdir -p "$1/window"
    cp docs/window/*.png "$1/window/"
    for page in $pages; do
        name=$(sed -nE '1s/^# //p' "docs/$page.md")
        {
            printf '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>%s</title><link rel="stylesheet" href="guide.css"></head><body>\n' "$name"
            cmark-gfm --unsafe -e table "docs/$page.md" |
                sed -E -e "s/href=\"(${pages// /|})\.md/href=\"\1.html/g" -e 's/<a href="[^":]*\.(md|yml)[^"]*">([^<]*)<\/a>/\2/g'
            printf '</body></html>\n'
        } >"$1/$page.html"
    done
    cp installer/guide.css "$1/"
}
