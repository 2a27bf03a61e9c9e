using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IParamValueQueue.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ParameterQueueTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, uint> GetParameterId;
    public delegate* unmanaged<void*, int> GetPointCount;
    public delegate* unmanaged<void*, int, int*, double*, int> GetPoint;
    public delegate* unmanaged<void*, int, double, int*, int> AddPoint;
}
