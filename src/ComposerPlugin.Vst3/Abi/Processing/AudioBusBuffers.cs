using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Sample buffers of an audio bus (Vst::AudioBusBuffers). The channels are float or double, as the block says.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct AudioBusBuffers
{
    public int ChannelCount;
    public ulong SilenceFlags;
    public void** Channels;
}
