; makensis -DVERSION=… -DFOLDER=… -DOUT=… -DPRESETS=… [-DTRAINER=…]: the installer for Windows x64.
; Silent: setup.exe /S [/AllUsers | /CurrentUser] [/TRAINER]. Exit codes: 0 done, 1 cancelled, 2 failed, 3 a host has the plugin open.
Target amd64-unicode
Unicode true
; LZMA takes minutes for 7 % less (74.5 instead of 80.4 MB): most of it is trained weights.
SetCompressor /SOLID zlib

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ComposerPlugin"
!define LIBRARY "ComposerPlugin.vst3\Contents\x86_64-win\ComposerPlugin.vst3"
!define RUNTIME "SOFTWARE\Microsoft\VisualStudio\14.0\VC\Runtimes\x64"

; For all users, or for one without an administrator's rights; an upgrade stays where the version before it is.
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_INSTDIR ComposerPlugin
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME UninstallString
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "ComposerPlugin ${VERSION}"
OutFile "${OUT}"
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "ComposerPlugin"
VIAddVersionKey FileDescription "ComposerPlugin Setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "The ComposerPlugin developers, MIT"

!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English

Var Vst3
Var Log

; A line in the window and in install.log.
!macro Say TEXT
  DetailPrint "${TEXT}"
  FileWrite $Log "${TEXT}$\r$\n"
!macroend
!define Say "!insertmacro Say"

; The folder that hosts search, and a stop while a host has the plugin open: Windows does not let its library be replaced.
!macro Functions UN
Function ${UN}FindVst3
  ${If} $MultiUser.InstallMode == AllUsers
    StrCpy $Vst3 "$COMMONFILES64\VST3"
  ${Else}
    StrCpy $Vst3 "$LOCALAPPDATA\Programs\Common\VST3"
  ${EndIf}
FunctionEnd

Function ${UN}StopIfOpen
  ${Do}
    ${IfNot} ${FileExists} "$Vst3\${LIBRARY}"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$Vst3\${LIBRARY}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
      "A host (your DAW) has ComposerPlugin open. Close the host, then choose Retry." /SD IDCANCEL IDRETRY retry
    SetErrorLevel 3
    Quit
    retry:
  ${Loop}
FunctionEnd
!macroend
!insertmacro Functions ""
!insertmacro Functions "un."

Section "Plugin" PluginPart
  SectionIn RO
  Call FindVst3
  Call StopIfOpen
  CreateDirectory "$INSTDIR"
  FileOpen $Log "$INSTDIR\install.log" w
  ${Say} "ComposerPlugin ${VERSION}, for $MultiUser.InstallMode"
  ClearErrors

  RMDir /r "$Vst3\ComposerPlugin.vst3"
  SetOutPath "$Vst3\ComposerPlugin.vst3"
  File /r "${FOLDER}/ComposerPlugin.vst3/*.*"
  ${Say} "Plugin: $Vst3\ComposerPlugin.vst3"
  SetOutPath "$APPDATA\VST3 Presets"
  File /r "${FOLDER}/VST3 Presets/*.*"
  ${Say} "Programs for hosts' preset lists: $APPDATA\VST3 Presets\ComposerPlugin"

  RMDir /r "$INSTDIR\guide"
  SetOutPath "$INSTDIR\guide"
  File /r "${FOLDER}/guide/*.*"
  CreateShortcut "$SMPROGRAMS\ComposerPlugin guide.lnk" "$INSTDIR\guide\install.html"
  ${Say} "Guide: $INSTDIR\guide"
  ${If} ${Errors}
    ${Say} "Some files could not be written."
    SetErrorLevel 2
    Abort "Some files could not be written; $INSTDIR\install.log names the folders."
  ${EndIf}

  WriteUninstaller "$INSTDIR\Uninstall.exe"
  WriteRegStr SHCTX "${KEY}" DisplayName "ComposerPlugin"
  WriteRegStr SHCTX "${KEY}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${KEY}" Publisher "The ComposerPlugin developers"
  WriteRegStr SHCTX "${KEY}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" DisplayIcon "$INSTDIR\Uninstall.exe"
  WriteRegStr SHCTX "${KEY}" UninstallString '"$INSTDIR\Uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" QuietUninstallString '"$INSTDIR\Uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" NoModify 1
  WriteRegDWORD SHCTX "${KEY}" NoRepair 1

  ReadRegDWORD $0 HKLM "${RUNTIME}" Installed
  ${If} $0 != 1
    ${Say} "Microsoft's Visual C++ runtime is missing: without it the plugin plays no answers. Get it at https://aka.ms/vs/17/release/vc_redist.x64.exe"
    MessageBox MB_OK|MB_ICONINFORMATION \
      "ComposerPlugin needs Microsoft's Visual C++ runtime, which is not on this computer. Get it at https://aka.ms/vs/17/release/vc_redist.x64.exe" /SD IDOK
  ${EndIf}
SectionEnd

!ifdef TRAINER
Section /o "Trainer" TrainerPart
  RMDir /r "$INSTDIR\Trainer"
  SetOutPath "$INSTDIR\Trainer"
  ClearErrors
  File /r "${TRAINER}/*.*"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort "The trainer could not be written."
  ${EndIf}
  ${Say} "Trainer: $INSTDIR\Trainer\composer-trainer.exe"
SectionEnd
!endif

Section "-End"
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $1
  ${GetSize} "$Vst3\ComposerPlugin.vst3" "/S=0K" $2 $1 $1
  IntOp $0 $0 + $2
  WriteRegDWORD SHCTX "${KEY}" EstimatedSize $0
  ${Say} "Done."
  FileClose $Log
SectionEnd

; Styles in %APPDATA%\ComposerPlugin are the musician's and stay.
Section "Uninstall"
  Call un.FindVst3
  Call un.StopIfOpen
  RMDir /r "$Vst3\ComposerPlugin.vst3"
  !include "${PRESETS}"
  RMDir "$APPDATA\VST3 Presets\ComposerPlugin\Composer"
  RMDir "$APPDATA\VST3 Presets\ComposerPlugin\Composer MIDI"
  RMDir "$APPDATA\VST3 Presets\ComposerPlugin"
  RMDir "$APPDATA\VST3 Presets"
  RMDir /r "$INSTDIR\guide"
  RMDir /r "$INSTDIR\Trainer"
  Delete "$SMPROGRAMS\ComposerPlugin guide.lnk"
  Delete "$INSTDIR\install.log"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey SHCTX "${KEY}"
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PluginPart} "The VST3 plugin with its styles, its programs, and the guide."
!ifdef TRAINER
  !insertmacro MUI_DESCRIPTION_TEXT ${TrainerPart} "A command-line program that makes styles from MIDI files."
!endif
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  !insertmacro MULTIUSER_INIT
!ifdef TRAINER
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/TRAINER" $1
  ${IfNot} ${Errors}
  ${OrIf} ${FileExists} "$INSTDIR\Trainer\*.*"
    !insertmacro SelectSection ${TrainerPart}
  ${EndIf}
!endif
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd
