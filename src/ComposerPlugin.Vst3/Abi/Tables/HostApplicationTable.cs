using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IHostApplication.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct HostApplicationTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, char*, int> GetName;
    public delegate* unmanaged<void*, byte*, byte*, void**, int> CreateInstance;
}
