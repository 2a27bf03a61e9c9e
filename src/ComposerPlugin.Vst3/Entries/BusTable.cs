namespace ComposerPlugin.Vst3;

/// <summary>The declared buses by media type, direction and index.</summary>
internal sealed class BusTable(IReadOnlyList<Bus> buses)
{
    private const ulong Mono = 1UL << 19;
    private const ulong Stereo = 0b11;

    public int Count(MediaType media, BusDirection direction) => buses.Count(bus => bus.Media == media && bus.Direction == direction);

    /// <summary>The bus, or null if there is none.</summary>
    public Bus? Find(MediaType media, BusDirection direction, int index) =>
        index < 0 ? null : buses.Where(bus => bus.Media == media && bus.Direction == direction).ElementAtOrDefault(index);

    /// <summary>Whether the speaker arrangements equal those of the declared audio buses.</summary>
    public bool Matches(BusDirection direction, ReadOnlySpan<ulong> arrangements)
    {
        if (arrangements.Length != Count(MediaType.Audio, direction))
            return false;
        for (int index = 0; index < arrangements.Length; index++)
            if (arrangements[index] != Arrangement(Find(MediaType.Audio, direction, index)!))
                return false;
        return true;
    }

    /// <summary>The speaker arrangement of an audio bus: mono, stereo, or the first speakers of the SDK's list.</summary>
    public static ulong Arrangement(Bus bus) => bus.Channels switch
    {
        <= 0 => 0,
        1 => Mono,
        2 => Stereo,
        >= 64 => ulong.MaxValue,
        _ => (1UL << bus.Channels) - 1,
    };
}
