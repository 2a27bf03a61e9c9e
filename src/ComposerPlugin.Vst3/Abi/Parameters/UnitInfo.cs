using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Description of a group of parameters (Vst::UnitInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct UnitInfo
{
    public int Id;
    public int ParentId;
    public Utf16Text128 Name;
    public int ProgramListId;
}
