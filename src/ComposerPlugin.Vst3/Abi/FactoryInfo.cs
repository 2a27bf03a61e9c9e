using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Who made the module (PFactoryInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FactoryInfo
{
    /// <summary>All text of the components is Unicode.</summary>
    public const int Unicode = 1 << 4;

    public fixed byte Vendor[64];
    public fixed byte Url[256];
    public fixed byte Email[128];
    public int Flags;
}
