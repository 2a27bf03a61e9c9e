using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Description of a list of programs (Vst::ProgramListInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ProgramListInfo
{
    public int Id;
    public Utf16Text128 Name;
    public int ProgramCount;
}
