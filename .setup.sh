# Sourced by the scripts beside it: what they need on a fresh machine. Says what it installs, and nothing when there is nothing to do.
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The SDK itself does not start without ICU, which small systems lack; nothing here needs it.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-1}
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

# In a terminal, lines end between words.
say() {
    local columns=
    [ ! -t 2 ] || columns=$(tput cols 2>/dev/null) || true
    if [ -n "$columns" ]; then printf '%s\n' "$*" | fold -s -w "$columns" >&2; else printf '%s\n' "$*" >&2; fi
}
die() { say "$*"; exit 1; }

case $PWD in
    *\;* | *'$('* | *'@('*) die "$PWD: this path has a semicolon, \$( or @(, which MSBuild reads as its own. Move the folder to another path." ;;
    *\'* | *'*'* | *'?'*) link_artifacts ;;
esac

# install_packages WHAT PACKAGE…: offers Debian's packages for what is missing, with their size. Where there is no apt-get, says what is missing.
install_packages() {
    local what=$1 size command answer
    shift
    command -v apt-get >/dev/null || die "Missing: $what. Install it with your system's package manager (Debian's names: $*), then start again."
    command="apt-get install --no-install-recommends $*"
    if [ "$(id -u)" != 0 ]; then
        command="sudo $command"
        command -v sudo >/dev/null || die "Missing: $what. As root: apt-get install --no-install-recommends $*"
        # Without a terminal nobody can be asked.
        [ -t 0 ] || die "Missing: $what. Run '$command', then start again."
        read -r -p "Missing: $what. Run '$command' now? [y/N] " answer
        [[ $answer == [yY]* ]] || die "Nothing was installed."
    fi
    as_root apt-get -o DPkg::Lock::Timeout=300 update -qq || die "apt-get update failed: is there a network?"
    size=$(LC_ALL=C apt-get --assume-no --no-install-recommends install "$@" 2>/dev/null | sed -nE 's/^Need to get ([^/]*[kMG]B).*/\1/p') || true
    say "Installing $what: Debian's $* and what they need${size:+ ($size to download)} …"
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@" \
        || die "apt-get could not install $*; run '$command' to see why."
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# need_packages WHAT PACKAGE…: Debian packages that are not there yet. On other systems their tests say what they lack.
need_packages() {
    local what=$1 missing=() package
    shift
    if ! command -v dpkg-query >/dev/null; then
        say "Not Debian: install what these packages hold if tests are skipped or fail without them: $*"
        return
    fi
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] || install_packages "$what" "${missing[@]}"
}

# Whether clang or gcc links a program, as the .NET compiler has them do, and objcopy is there to strip it. A compiler without the C library's
# files does not.
has_c_compiler() {
    local compiler
    command -v objcopy >/dev/null || command -v llvm-objcopy >/dev/null || return 1
    for compiler in clang gcc; do
        ! command -v "$compiler" >/dev/null || ! "$compiler" -x c - -o /dev/null -lm <<<'int main(void) { return 0; }' 2>/dev/null || return 0
    done
    return 1
}

# Whether this system knows authorities that sign the certificates of servers, where .NET looks for them.
has_certificates() {
    local file
    for file in "${SSL_CERT_FILE:-}" /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem /etc/ssl/ca-bundle.pem; do
        [ ! -s "$file" ] || return 0
    done
    return 1
}

# What compiles the plugin, and what downloads packages for it.
need_build_tools() {
    local packages=() what=()
    has_c_compiler || { packages+=(gcc libc6-dev); what+=("a C compiler (clang or gcc, with objcopy)"); }
    [ -d "$nuget_packages/microsoft.ml.onnxruntime" ] || has_certificates || { packages+=(ca-certificates); what+=("${what:+and }certificates (ca-certificates)"); }
    [ ${#packages[@]} -eq 0 ] || install_packages "${what[*]}" "${packages[@]}"
}

# restore PROJECT [OPTION]…: downloads its packages; what goes wrong is mostly the network, told in one sentence and not once for each project.
restore() {
    local log
    log=$(mktemp)
    if ! dotnet restore "$@" >"$log" 2>&1; then
        if grep -q "certificate" "$log"; then
            say "Packages cannot be downloaded: the system does not trust the server's certificate. Install ca-certificates, or your network's own certificate."
        elif grep -q "NU1301" "$log"; then
            say "Packages cannot be downloaded: is there a network?"
        else
            cat "$log" >&2
        fi
        rm -f "$log"
        exit 1
    fi
    rm -f "$log"
}

# Any 10.0 fits (global.json).
need_dotnet() {
    local found error
    command -v dotnet >/dev/null || die "The .NET SDK 10.0 is missing: install it from https://dotnet.microsoft.com/download, then start again."
    error=$(dotnet --version 2>&1 >/dev/null) && return
    found=$(dotnet --list-sdks 2>/dev/null | sed 's/ .*//' | paste -sd ' ' -) || true
    [[ $found != *10.0.* ]] || die "The .NET SDK $found does not start: $error"
    die "The .NET SDK 10.0 is missing (found: ${found:-no SDK}): install it from https://dotnet.microsoft.com/download, then start again."
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
