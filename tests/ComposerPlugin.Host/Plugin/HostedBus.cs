using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>A bus that a plugin declares.</summary>
public sealed record HostedBus(MediaType Media, BusDirection Direction, int Index, string Name, int Channels, BusType Type, BusFlags Flags);
