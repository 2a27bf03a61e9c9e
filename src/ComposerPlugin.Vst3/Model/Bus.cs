namespace ComposerPlugin.Vst3;

/// <summary>The declaration of a bus.</summary>
/// <param name="Media">Audio or events.</param>
/// <param name="Direction">Input or output of the plugin.</param>
/// <param name="Name">The name shown to the user, at most 127 characters.</param>
/// <param name="Channels">The number of audio channels, or of MIDI channels of an event bus.</param>
public sealed record Bus(MediaType Media, BusDirection Direction, string Name, int Channels)
{
    /// <summary>Main or auxiliary.</summary>
    public BusType Type { get; init; } = BusType.Main;

    /// <summary>The flags; by default the host activates the bus at creation.</summary>
    public BusFlags Flags { get; init; } = BusFlags.DefaultActive;
}
