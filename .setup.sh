# Sourced by the scripts beside it: what they need on a fresh machine. Says what it installs, and nothing when there is nothing to do.
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
artifacts=artifacts
bundle=dist/ComposerPlugin.vst3

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

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
    command -v dotnet >/dev/null || die "The .NET SDK (9 or later) is missing: install it from https://dotnet.microsoft.com/download"
}

# ONNX Runtime comes from npm: the C# sources and the native libraries.
need_onnxruntime() {
    [ "${Packages:-}" != nuget ] || return 0
    [ -f src/Packages/OnnxRuntime/node_modules/com.github.asus4.onnxruntime/package.json ] && return 0
    command -v npm >/dev/null || need_apt npm
    say "Installing npm packages: ONNX Runtime (150 MB)"
    (cd src/Packages/OnnxRuntime && npm ci --ignore-scripts --silent) || die "npm could not install ONNX Runtime; run 'npm ci' in src/Packages/OnnxRuntime to see why."
}

# newer_than FILE PATH…: whether anything under the paths is newer than the file, or the file is not there.
newer_than() {
    local file=$1
    shift
    [ ! -e "$file" ] || [ -n "$(find "$@" -newer "$file" -type f -not -path '*/node_modules/*' -print -quit)" ]
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
