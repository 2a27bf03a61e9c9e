using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IUnitInfo.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct UnitInfoTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, int> GetUnitCount;
    public delegate* unmanaged<void*, int, UnitInfo*, int> GetUnitInfo;
    public delegate* unmanaged<void*, int> GetProgramListCount;
    public delegate* unmanaged<void*, int, ProgramListInfo*, int> GetProgramListInfo;
    public delegate* unmanaged<void*, int, int, char*, int> GetProgramName;
    public delegate* unmanaged<void*, int, int, byte*, char*, int> GetProgramInfo;
    public delegate* unmanaged<void*, int, int, int> HasProgramPitchNames;
    public delegate* unmanaged<void*, int, int, short, char*, int> GetProgramPitchName;
    public delegate* unmanaged<void*, int> GetSelectedUnit;
    public delegate* unmanaged<void*, int, int> SelectUnit;
    public delegate* unmanaged<void*, int, int, int, int, int*, int> GetUnitByBus;
    public delegate* unmanaged<void*, int, int, void*, int> SetUnitProgramData;
}
