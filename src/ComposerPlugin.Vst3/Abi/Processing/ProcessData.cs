using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>The data of a process call (Vst::ProcessData).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessData
{
    public ProcessMode Mode;
    public SampleSize SampleSize;
    public int Frames;
    public int InputCount;
    public int OutputCount;
    public AudioBusBuffers* Inputs;
    public AudioBusBuffers* Outputs;
    public void* InputParameterChanges;
    public void* OutputParameterChanges;
    public void* InputEvents;
    public void* OutputEvents;
    public ProcessContext* Context;
}
