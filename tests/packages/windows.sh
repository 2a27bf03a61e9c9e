# Sourced by run.sh: the plugin, the trainer and the setup program for Windows, under Wine. Its 64-bit part is enough.
export WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES="mshtml=" DOTNET_EnableDiagnostics=0
player=$artifacts/play-windows/ComposerPlugin.Play.exe
player_here=$artifacts/bin/ComposerPlugin.Play/release/ComposerPlugin.Play.dll
tester=$artifacts/windows-tests/ComposerPlugin.WindowsTests.exe
vst3="drive_c/Program Files/Common Files/VST3"
user="drive_c/users/Zoë Ångström"
plugin="C:\\Program Files\\Common Files\\VST3\\ComposerPlugin.vst3"

test_windows() {
    check "Windows: the setup program installs silently" setup_installs
    check "Windows: a phrase gets the same notes as on Linux in every mode" same_notes
    check "Windows: a user style in %APPDATA% plays" user_style
    check "Windows: ten rounds of loading and unloading" rounds
    check "Windows: the window opens, a knob is turned, a take is dragged" window
    check "Windows: without the Visual C++ runtime, one sentence" no_runtime
    check "Windows: the setup program upgrades" setup_upgrades
    check "Windows: the setup program refuses while a host has the plugin open" setup_refuses
    check "Windows: the uninstaller leaves only the user's styles" uninstalls
    check "Windows: the setup program installs for one user, and removes it" one_user
    check "Windows: the trainer prepares, trains and evaluates" windows_trainer
}

need_wine() {
    command -v wine >/dev/null || skip "Wine is missing: apt-get install wine wine64"
    [ -d "$WINEPREFIX" ] || make_prefix
    [ -f "$player_here" ] || quietly dotnet build tests/ComposerPlugin.Play -c Release
    publish ComposerPlugin.Play "$player"
    publish ComposerPlugin.WindowsTests "$tester"
}

# publish PROJECT PROGRAM: a test program for Windows, with its .NET.
publish() {
    newer_than "$2" src tests Directory.*.props || return 0
    quietly dotnet publish "tests/$1" -c Release -r win-x64 --self-contained -p:PublishAot=false -o "$(dirname "$2")"
    touch "$2"
}

# A Windows 10 whose user has letters outside ASCII.
make_prefix() {
    local key='HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders' home='C:\users\Zoë Ångström\AppData'
    wine wineboot -i
    wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f
    mkdir -p "$WINEPREFIX/$user/AppData/Roaming" "$WINEPREFIX/$user/AppData/Local"
    wine reg add "$key" /v AppData /t REG_EXPAND_SZ /d "$home\\Roaming" /f
    wine reg add "$key" /v "Local AppData" /t REG_EXPAND_SZ /d "$home\\Local" /f
    wineserver -w
}

# setup [OPTION…]: runs the setup program and waits for what it starts.
setup() {
    local code=0
    wine "$release/ComposerPlugin-$version-windows-x64-setup.exe" /S "$@" || code=$?
    wineserver -w
    return $code
}

# play OPTION…: the installed plugin in our host.
play() { wine "$player" "Z:$PWD/presets/phrases/reel.mid" --plugin "$plugin" --offline --bars 2 --out "$work" "$@"; }
play_here() { dotnet "$player_here" presets/phrases/reel.mid --offline --bars 2 --out "$work" "$@"; }

setup_installs() {
    need_wine
    setup /AllUsers
    is_there "$WINEPREFIX/$vst3/ComposerPlugin.vst3/Contents/x86_64-win/ComposerPlugin.vst3"
    is_there "$WINEPREFIX/drive_c/Program Files/ComposerPlugin/guide/install.html"
    is_there "$WINEPREFIX/drive_c/ProgramData/VST3 Presets/ComposerPlugin/Composer MIDI"
    is_there "$WINEPREFIX/drive_c/ProgramData/Microsoft/Windows/Start Menu/Programs/ComposerPlugin guide.lnk"
    grep -q "^Done" "$WINEPREFIX/drive_c/Program Files/ComposerPlugin/install.log"
    mkdir -p "$work/zip"
    (cd "$work/zip" && unzip -qo "$release/ComposerPlugin-$version-windows-x64.zip")
    diff -r "$work/zip/ComposerPlugin-$version-windows-x64/ComposerPlugin.vst3" "$WINEPREFIX/$vst3/ComposerPlugin.vst3"
    wine reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\ComposerPlugin' | tee "$work/key"
    grep -q "DisplayVersion.*$version" "$work/key"
    grep -q 'QuietUninstallString.*/AllUsers /S' "$work/key"
}

same_notes() {
    local mode options
    need_wine
    for mode in 0 1 2 3 4; do
        options=(--seconds 25 --seed 7 --set Trade=1 --set "Mode=$mode")
        # Hold needs a take first.
        [ $mode != 4 ] || options=(--seconds 25 --seed 7 --move 18:Mode=4)
        play_here "${options[@]}" --events "$work/linux.jsonl"
        play "${options[@]}" --events "Z:$work/windows.jsonl"
        tr -d '\r' <"$work/windows.jsonl" >"$work/plain.jsonl"
        echo "mode $mode: $(wc -l <"$work/linux.jsonl") events"
        diff "$work/linux.jsonl" "$work/plain.jsonl"
    done
}

user_style() {
    need_wine
    local folder="$WINEPREFIX/$user/AppData/Roaming/ComposerPlugin/styles"
    mkdir -p "$folder" "$work/data/ComposerPlugin/styles"
    cp -r presets/hymn-light "$folder/meine-lieder"
    cp -r presets/hymn-light "$work/data/ComposerPlugin/styles/meine-lieder"
    XDG_DATA_HOME=$work/data play_here --style meine-lieder --events "$work/linux.jsonl"
    play --style meine-lieder --events "Z:$work/windows.jsonl"
    tr -d '\r' <"$work/windows.jsonl" | diff "$work/linux.jsonl" -
}

rounds() {
    need_wine
    wine "$tester" "$plugin" rounds
}

window() {
    need_wine
    command -v xvfb-run >/dev/null || skip "Xvfb is missing: apt-get install xvfb"
    # Without the card of the first run, which covers the window.
    mkdir -p "$WINEPREFIX/$user/AppData/Roaming/ComposerPlugin"
    echo '{"seen-first-run": true}' >"$WINEPREFIX/$user/AppData/Roaming/ComposerPlugin/window.json"
    xvfb-run -a -s "-screen 0 1600x1000x24" wine "$tester" "$plugin" window
}

no_runtime() {
    need_wine
    WINEDLLOVERRIDES="mshtml=;msvcp140,msvcp140_1,vcruntime140,vcruntime140_1=" play >"$work/status" || true
    cat "$work/status"
    grep "^Status" "$work/status" | grep -q "Visual C++"
}

setup_upgrades() {
    need_wine
    touch "$WINEPREFIX/$vst3/ComposerPlugin.vst3/Contents/old"
    setup
    is_gone "$WINEPREFIX/$vst3/ComposerPlugin.vst3/Contents/old"
    is_gone "$WINEPREFIX/$user/AppData/Local/Programs/Common/VST3/ComposerPlugin.vst3"
}

setup_refuses() {
    local line input ended code=0
    need_wine
    coproc host { wine "$tester" "$plugin" stay; }
    ended=$host_PID
    read -r -u "${host[0]}" line
    expect "the host's state" loaded "${line%$'\r'}"
    wine "$release/ComposerPlugin-$version-windows-x64-setup.exe" /S || code=$?
    input=${host[1]}
    exec {input}>&-
    wait "$ended"
    expect "exit code" 3 $code
}

uninstalls() {
    local style="$WINEPREFIX/$user/AppData/Roaming/ComposerPlugin/styles/mine/style.json"
    need_wine
    mkdir -p "$(dirname "$style")"
    echo '{}' >"$style"
    wine "C:\\Program Files\\ComposerPlugin\\Uninstall.exe" /AllUsers /S
    wineserver -w
    is_gone "$WINEPREFIX/$vst3/ComposerPlugin.vst3"
    is_gone "$WINEPREFIX/drive_c/Program Files/ComposerPlugin"
    is_gone "$WINEPREFIX/drive_c/ProgramData/VST3 Presets"
    is_gone "$WINEPREFIX/drive_c/ProgramData/Microsoft/Windows/Start Menu/Programs/ComposerPlugin guide.lnk"
    is_there "$style"
    ! wine reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\ComposerPlugin'
}

one_user() {
    local folder="$WINEPREFIX/$user/AppData/Local/Programs"
    need_wine
    setup /CurrentUser
    is_there "$folder/Common/VST3/ComposerPlugin.vst3/Contents/x86_64-win/ComposerPlugin.vst3"
    is_there "$folder/ComposerPlugin/Uninstall.exe"
    wine "C:\\users\\Zoë Ångström\\AppData\\Local\\Programs\\ComposerPlugin\\Uninstall.exe" /CurrentUser /S
    wineserver -w
    is_gone "$folder/Common/VST3/ComposerPlugin.vst3"
    is_gone "$folder/ComposerPlugin"
}

windows_trainer() {
    local trainer
    need_wine
    (cd "$work" && unzip -qo "$release/ComposerTrainer-$version-windows-x64.zip")
    trainer=$work/ComposerTrainer-$version-windows-x64/composer-trainer.exe
    # Wine 8 lacks a function that libtorch's OpenMP asks for, and .NET crashes there if memory is never writable and executable at once.
    export KMP_AFFINITY=disabled DOTNET_EnableWriteXorExecute=0
    wine "$trainer" prepare "Z:$PWD/presets/phrases" --out "Z:$work/data"
    wine "$trainer" train --data "Z:$work/data" --model gru --steps 20 --out "Z:$work/style"
    wine "$trainer" evaluate "Z:$work/style" --data "Z:$work/data"
    is_there "$work/style/style.json"
}
