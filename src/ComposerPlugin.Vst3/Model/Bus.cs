namespace ComposerPlugin.Vst3;

/// <summary>One input or output of a component, as its processor declares it.</summary>
/// <param name="Media">Audio or events.</param>
/// <param name="Direction">Into or out of the plugin.</param>
/// <param name="Name">Shown by the host, at most 127 characters.</param>
/// <param name="Channels">Audio channels, or MIDI channels of an event bus.</param>
public sealed record Bus(MediaType Media, BusDirection Direction, string Name, int Channels)
{
    /// <summary>Main or auxiliary.</summary>
    public BusType Type { get; init; } = BusType.Main;

    /// <summary>Whether the host should activate it at once.</summary>
    public BusFlags Flags { get; init; } = BusFlags.DefaultActive;
}
