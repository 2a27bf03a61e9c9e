#!/bin/sh
# weaken-libstdcxx.sh LIBRARY COPY: if this system's libstdc++ is too old for TorchSharp's library, writes a patched copy that loads.
#
# The library requires GLIBCXX_3.4.32 (GCC 13); Debian 12's libstdc++ has 3.4.30. It uses no symbol of that version: GCC 13 references
# std::ios_base_library_init in each file that includes <iostream>, but no relocation uses it. The dynamic linker accepts the library if the
# requirement is weak: VER_FLG_WEAK, 2, in vna_flags of its entry in .gnu.version_r (Linux Standard Base, "Symbol Versioning").
set -eu
known=cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8    # TorchSharp 0.107.0
flags=260660                                                              # offset of vna_flags in that file

fail() { echo "$*" >&2; exit 1; }

[ -f "$1" ] || fail "TorchSharp's library is missing ($1); run 'dotnet restore --force'."
missing=$(LC_ALL=C ldd "$1" 2>&1 | sed -n "s/.*version .\(GLIBCXX_[0-9.]*\)' not found.*/\1/p" | sort -u)
[ -n "$missing" ] || { rm -f "$2"; exit 0; }
[ "$missing $(sha256sum "$1" | cut -d ' ' -f 1)" = "GLIBCXX_3.4.32 $known" ] \
    || fail "$1 needs a newer libstdc++ than this system has ($missing) and is not TorchSharp 0.107.0's library; build on a system with that libstdc++, or set known and flags in trainer/LibTorch/weaken-libstdcxx.sh for this version (docs/packages.md)."
[ ! -f "$2" ] || [ "$(dd if="$2" bs=1 skip=$flags count=1 status=none | od -An -tu1 | tr -d ' ')" != 2 ] || exit 0
trap 'rm -f "$2.$$"' EXIT
cp "$1" "$2.$$"
printf '\002' | dd of="$2.$$" bs=1 seek=$flags conv=notrunc status=none
mv "$2.$$" "$2"
