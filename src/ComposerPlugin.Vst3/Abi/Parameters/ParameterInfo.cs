using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Description of a parameter (Vst::ParameterInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ParameterInfo
{
    /// <summary>The id for hosts and projects. Must never change.</summary>
    public uint Id;

    /// <summary>Title.</summary>
    public Utf16Text128 Title;

    /// <summary>Title for narrow displays.</summary>
    public Utf16Text128 ShortTitle;

    /// <summary>Unit shown after the value, such as "dB".</summary>
    public Utf16Text128 Units;

    /// <summary>0: continuous; 1: switch; otherwise the number of values less one.</summary>
    public int StepCount;

    /// <summary>Default, 0 to 1.</summary>
    public double DefaultNormalized;

    /// <summary>The unit (group) it belongs to; 0 is the root.</summary>
    public int UnitId;

    /// <summary>Properties.</summary>
    public ParameterFlags Flags;
}
