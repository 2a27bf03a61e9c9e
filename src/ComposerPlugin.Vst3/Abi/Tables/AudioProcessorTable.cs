using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IAudioProcessor.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AudioProcessorTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, ulong*, int, ulong*, int, int> SetBusArrangements;
    public delegate* unmanaged<void*, int, int, ulong*, int> GetBusArrangement;
    public delegate* unmanaged<void*, int, int> CanProcessSampleSize;
    public delegate* unmanaged<void*, uint> GetLatencySamples;
    public delegate* unmanaged<void*, ProcessSetup*, int> SetupProcessing;
    public delegate* unmanaged<void*, byte, int> SetProcessing;
    public delegate* unmanaged<void*, ProcessData*, int> Process;
    public delegate* unmanaged<void*, uint> GetTailSamples;
}
