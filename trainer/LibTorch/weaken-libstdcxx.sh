#!/bin/sh
# weaken-libstdcxx.sh LIBRARY COPY: where this system's libstdc++ is too old for TorchSharp's library, makes a copy of it that loads; elsewhere no copy.
#
# The library names GLIBCXX_3.4.32 (GCC 13), and Debian 12's libstdc++ ends at 3.4.30. It uses nothing of that version: the one symbol there,
# std::ios_base_library_init, marks that <iostream> was included and has no relocation. The dynamic linker refuses it all the same, unless the
# need is flagged as weak: VER_FLG_WEAK, 2, in vna_flags of its entry in .gnu.version_r (Linux Standard Base, "Symbol Versioning").
set -eu
known=cf33b1b0bb6bbb9754a768fb5c5d04d9f498603be50e73f55621a0b40ee608b8    # TorchSharp 0.107.0
flags=260660                                                              # byte of vna_flags in that file

LC_ALL=C ldd "$1" 2>&1 | grep -q "GLIBCXX_3.4.32' not found" || { rm -f "$2"; exit 0; }
[ ! "$2" -nt "$1" ] || [ ! "$2" -nt "$0" ] || exit 0
if [ "$(sha256sum "$1" | cut -d ' ' -f 1)" != $known ]; then
    echo "error: $1 is not TorchSharp 0.107.0's library, and this system's libstdc++ is too old for it (GLIBCXX_3.4.32); build on a system with GCC 13's libstdc++, or find the byte to change again and enter it with the file's hash in trainer/LibTorch/weaken-libstdcxx.sh." >&2
    exit 1
fi
cp "$1" "$2.$$"
printf '\002' | dd of="$2.$$" bs=1 seek=$flags conv=notrunc status=none
mv "$2.$$" "$2"
