namespace ComposerPlugin.FrameLikelihood;

/// <summary>The keys that sound in one time step: bit 0 is the lowest key of the piano, MIDI pitch 21.</summary>
internal readonly record struct Frame(UInt128 Keys)
{
    /// <summary>The keys of a piano.</summary>
    public const int KeyCount = 88;

    /// <summary>The MIDI pitch of the lowest key.</summary>
    public const int LowestPitch = 21;

    public int Count => (int)UInt128.PopCount(Keys);

    /// <summary>The lowest key; 128 if the frame is silent.</summary>
    public int Lowest => (int)UInt128.TrailingZeroCount(Keys);

    /// <summary>The highest key; -1 if the frame is silent.</summary>
    public int Highest => 127 - (int)UInt128.LeadingZeroCount(Keys);

    public bool Has(int key) => ((Keys >> key) & 1) != 0;

    public Frame With(int key) => new(Keys | (UInt128.One << key));

    /// <summary>All keys moved by some semitones. None may leave the keyboard.</summary>
    public Frame Transposed(int semitones) => new(semitones >= 0 ? Keys << semitones : Keys >> -semitones);

    /// <summary>Writes a one for each sounding key.</summary>
    public void Write(Span<float> row)
    {
        for (var keys = Keys; keys != 0; keys &= keys - 1)
            row[(int)UInt128.TrailingZeroCount(keys)] = 1;
    }
}
