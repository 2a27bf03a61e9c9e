namespace ComposerPlugin.Music;

/// <summary>Channels that a file makes rhythm parts, or melodic ones, by system exclusive messages of Roland GS or Yamaha XG.</summary>
/// <param name="Drums">A bit for each channel that is a rhythm part.</param>
/// <param name="Melodic">A bit for each channel that is not, whatever its number.</param>
public readonly record struct RhythmParts(ushort Drums, ushort Melodic)
{
    private const int Length = 9;

    /// <summary>Whether a channel was made a rhythm part; null if the file does not say.</summary>
    public bool? this[int channel] => (Drums >> channel & 1) != 0 ? true : (Melodic >> channel & 1) != 0 ? false : null;

    /// <summary>The parts after a message.</summary>
    /// <param name="data">The message without its status byte.</param>
    internal RhythmParts After(ReadOnlySpan<byte> data)
    {
        // GS: Use for Rhythm Part, 40 1x 15. Part 0 is channel 10, parts 1 to 9 are channels 1 to 9.
        if (data.Length >= Length && data[0] == 0x41 && data[2..5].SequenceEqual((ReadOnlySpan<byte>)[0x42, 0x12, 0x40])
            && data[5] >> 4 == 1 && data[6] == 0x15)
        {
            int part = data[5] & 0xF;
            return With(part == 0 ? 9 : part < 10 ? part - 1 : part, data[7] != 0);
        }
        // XG: Part Mode, 08 nn 07: 0 is normal, all else drums.
        if (data.Length >= Length - 1 && data[0] == 0x43 && data[1] >> 4 == 1 && data[2] == 0x4C && data[3] == 0x08 && data[4] < 16
            && data[5] == 0x07)
        {
            return With(data[4], data[6] != 0);
        }
        return this;
    }

    private RhythmParts With(int channel, bool drums)
    {
        ushort bit = (ushort)(1 << channel);
        return drums ? new((ushort)(Drums | bit), (ushort)(Melodic & ~bit)) : new((ushort)(Drums & ~bit), (ushort)(Melodic | bit));
    }
}
