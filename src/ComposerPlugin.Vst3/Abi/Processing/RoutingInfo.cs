using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>A channel of a bus (Vst::RoutingInfo).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RoutingInfo
{
    public MediaType Media;
    public int Bus;
    public int Channel;
}
