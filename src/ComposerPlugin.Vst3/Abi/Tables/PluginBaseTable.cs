using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IPluginBase.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PluginBaseTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, void*, int> Initialize;
    public delegate* unmanaged<void*, int> Terminate;
}
