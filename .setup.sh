# Sourced by the scripts beside it: what they need on a fresh machine. Says what it installs, and nothing when there is nothing to do.
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# MSBuild reads it: only test.sh and Surface/check.sh run the analyzers.
export RunAnalyzers=${RunAnalyzers:-false}
artifacts=artifacts
bundle=dist/ComposerPlugin.vst3

# The output of MSBuild, whose own targets fail if the path of their output folder has an apostrophe, * or ?: a link without them stands for it.
link_artifacts() {
    local link
    link=${XDG_CACHE_HOME:-$HOME/.cache}/composer-plugin/$(cksum <<<"$PWD" | tr ' ' -)
    [[ $link != *[\'*?]* ]] || die "$PWD: MSBuild does not take this path. Move the folder, or set XDG_CACHE_HOME to a path without apostrophes."
    mkdir -p artifacts "$(dirname "$link")"
    ln -sfn "$PWD/artifacts" "$link"
    export ArtifactsPath=$link
    artifacts=$link
}

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

case $PWD in
    *\;* | *'$('* | *'@('*) die "$PWD: this path has a semicolon, \$( or @(, which MSBuild reads as its own. Move the folder to another path." ;;
    *\'* | *'*'* | *'?'*) link_artifacts ;;
esac

# need_apt PACKAGE…: Debian packages that are not there yet.
need_apt() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || die "Missing: ${missing[*]}. Install them with your system's package manager."
    say "Installing Debian packages: ${missing[*]}"
    local sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    $sudo apt-get -o DPkg::Lock::Timeout=300 update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
        || die "apt-get could not install ${missing[*]}; run it by hand to see why."
}

need_dotnet() {
    command -v dotnet >/dev/null || die "The .NET SDK 10.0 is missing: install it from https://dotnet.microsoft.com/download"
}

# Where NuGet keeps packages.
nuget_packages=${NUGET_PACKAGES:-~/.nuget/packages}

# version_of NAME: the version of a package, or the property of that name, in Directory.Packages.props.
version_of() { sed -nE "s/.*(Include=\"$1\" Version=\"|<$1>)([^\"<]*).*/\2/p" Directory.Packages.props; }

# The project's version.
version=$(sed -nE 's/.*<Version>(.*)<\/Version>.*/\1/p' Directory.Build.props)

# announce PACKAGE VERSION MEGABYTES WHAT: says what the build is about to download, if NuGet's folder does not hold it yet.
announce() { [ -d "$nuget_packages/${1,,}/$2" ] || say "Downloading $4 ($3 MB)"; }

announce_libtorch() { announce libtorch-cpu-linux-x64 "$(version_of libtorch-cpu-linux-x64)" 130 "libtorch, for training"; }

# announce_onnxruntime MEGABYTES WHAT: by itself, or with what else comes with the first build.
announce_onnxruntime() { announce Microsoft.ML.OnnxRuntime "$(version_of Microsoft.ML.OnnxRuntime)" "$@"; }

# newer_than FILE PATH…: whether anything under the paths is newer than the file, or the file is not there.
newer_than() {
    local file=$1
    shift
    [ ! -e "$file" ] || [ -n "$(find "$@" -newer "$file" -type f -print -quit)" ]
}

# quietly COMMAND…: shows its output only if it fails.
quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
