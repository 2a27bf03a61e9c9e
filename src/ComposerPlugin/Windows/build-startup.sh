#!/usr/bin/env bash
# build-startup.sh FOLDER: compiles startup.* and makes the import libraries that a Windows library is linked with.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
mkdir -p "$1"
cd "$1"

compile() { clang --target=x86_64-pc-windows-msvc -O2 -ffreestanding -fno-builtin -mno-stack-arg-probe -fms-extensions -c "$@"; }
compile "$here/startup.c" -o c.obj
compile -fno-exceptions -fno-rtti "$here/startup.cpp" -o cpp.obj
clang --target=x86_64-pc-windows-msvc -c "$here/startup.s" -o s.obj

for def in "$here"/imports/*.def; do
    llvm-dlltool -m i386:x86-64 -d "$def" -l "$(basename "$def" .def).lib"
done
for library in advapi32 bcrypt crypt32 iphlpapi kernel32 mswsock ncrypt normaliz ntdll ole32 oleaut32 secur32 ucrt user32 uuid version ws2_32; do
    ln -sf /usr/x86_64-w64-mingw32/lib/lib$library.a $library.lib
done
