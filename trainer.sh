#!/usr/bin/env bash
# ./trainer.sh COMMAND …: the trainer. './trainer.sh --help' lists the commands.
set -euo pipefail
here=$PWD
. "$(dirname "$0")/.setup.sh"
need_dotnet
trainer=$artifacts/bin/ComposerTrainer/release/composer-trainer
if newer_than "$trainer.dll" src trainer Directory.*.props Directory.Build.targets; then
    announce_onnxruntime 160 "ONNX Runtime"
    announce_libtorch
    say "Building the trainer"
    quietly dotnet build trainer -c Release
    touch "$trainer.dll"
fi
# The runtime would open a socket and a pipe for debuggers in /tmp.
export DOTNET_EnableDiagnostics=0
trainer=$(realpath "$trainer.dll")
cd "$here"
exec dotnet "$trainer" "$@"
