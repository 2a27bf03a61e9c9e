using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>The settings that the host sets before activation (Vst::ProcessSetup).</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ProcessSetup
{
    /// <summary>Realtime, prefetch or offline.</summary>
    public ProcessMode Mode;

    /// <summary>Type of the audio samples.</summary>
    public SampleSize SampleSize;

    /// <summary>Largest block, in sample frames.</summary>
    public int MaxFrames;

    /// <summary>Sample rate in hertz.</summary>
    public double SampleRate;
}
