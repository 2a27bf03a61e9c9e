# Sourced by build.sh: THIRD-PARTY-NOTICES, out of the licence files that the packages carry, or installer/licences where they carry none.

# notice TITLE FILE…
notice() {
    local title=$1 file
    shift
    printf '%s\n%s\n%s\n\n' "${title//?/=}" "$title" "${title//?/=}"
    for file in "$@"; do
        [ -f "$file" ] || die "The licence of $title is missing: $file"
        # Without byte order marks and carriage returns.
        sed -e '1s/^\xef\xbb\xbf//' -e 's/\r$//' "$file"
        printf '\n\n'
    done
}

# package NAME VERSION: its folder in NuGet's.
package() { printf '%s/%s/%s' "$nuget_packages" "${1,,}" "$2"; }
# central NAME: the same, of the version in Directory.Packages.props.
central() { package "$1" "$(version_of "$1")"; }
# newest NAME: the same, of a package whose version the SDK or another package chooses.
newest() { find "$(package "$1" .)" -mindepth 1 -maxdepth 1 -type d | sort -V | tail -1; }

notices_of_plugin() {
    local onnxruntime skia runtime
    onnxruntime=$(central Microsoft.ML.OnnxRuntime)
    skia=$(central SkiaSharp)
    runtime=$(newest Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64)
    printf 'ComposerPlugin itself is under the MIT licence (LICENSE). It contains the following software and fonts.\n\n'
    notice ".NET runtime and NativeAOT (MIT)" "$runtime/LICENSE.TXT" "$runtime/THIRD-PARTY-NOTICES.TXT"
    notice "ONNX Runtime (MIT)" "$onnxruntime/LICENSE" "$onnxruntime/ThirdPartyNotices.txt"
    notice "SkiaSharp (MIT), with Skia (BSD-3-Clause), HarfBuzz and others" "$skia/LICENSE.txt" \
        "$(central SkiaSharp.NativeAssets.Linux.NoDependencies)/THIRD-PARTY-NOTICES.txt"
    notice "BouncyCastle.Cryptography (MIT)" "$(central BouncyCastle.Cryptography)/LICENSE.md"
    notice "Inter and Noto Sans Symbols (OFL-1.1)" src/ComposerPlugin.Editor/Fonts/OFL.txt
}

notices_of_trainer() {
    local onnxruntime runtime tensors skia
    onnxruntime=$(central Microsoft.ML.OnnxRuntime)
    runtime=$(newest Microsoft.NETCore.App.Runtime.linux-x64)
    # The one that TorchSharp depends on, older than the plugin's.
    skia=$(find "$(package SkiaSharp .)" -mindepth 1 -maxdepth 1 -type d | sort -V | head -1)
    tensors=$(newest System.Numerics.Tensors)
    printf 'The trainer itself is under the MIT licence (LICENSE). It contains the following software.\n\n'
    notice ".NET runtime (MIT)" "$runtime/LICENSE.TXT" "$runtime/THIRD-PARTY-NOTICES.TXT"
    notice "System.Numerics.Tensors (MIT)" "$tensors/LICENSE.TXT" "$tensors/THIRD-PARTY-NOTICES.TXT"
    notice "ONNX Runtime (MIT)" "$onnxruntime/LICENSE" "$onnxruntime/ThirdPartyNotices.txt"
    notice "TorchSharp (MIT)" "$(central TorchSharp)/LICENSE.txt"
    notice "libtorch (BSD-3-Clause), with oneDNN, Intel MKL and others" "$(central libtorch-cpu-linux-x64)/LICENSE-LIBTORCH.txt"
    notice "BouncyCastle.Cryptography (MIT)" "$(central BouncyCastle.Cryptography)/LICENSE.md"
    notice "SkiaSharp (MIT), with Skia (BSD-3-Clause) and others" "$skia/LICENSE.txt" "$skia/THIRD-PARTY-NOTICES.txt"
    notice "Google.Protobuf (BSD-3-Clause)" installer/licences/Google.Protobuf.txt
    notice "Spectre.Console (MIT)" installer/licences/Spectre.Console.txt
    notice "SharpZipLib (MIT)" installer/licences/SharpZipLib.txt
}
