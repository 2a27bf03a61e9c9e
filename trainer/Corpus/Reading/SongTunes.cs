namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The tunes of a song, and what was done to its notes.</summary>
/// <param name="Tunes">One for each passage in one meter; more where chords are split.</param>
internal sealed record SongTunes(IReadOnlyList<SongTune> Tunes)
{
    /// <summary>How far onsets were moved to the grid, in ticks: on average, and the farthest.</summary>
    public required double MeanMove { get; init; }

    /// <inheritdoc cref="MeanMove"/>
    public required double LargestMove { get; init; }

    /// <summary>How many onsets that is the average of.</summary>
    public required int Onsets { get; init; }

    /// <summary>How many grace notes were dropped.</summary>
    public required int GraceNotes { get; init; }

    /// <summary>How many notes below the highest of a chord were dropped.</summary>
    public required int ChordNotes { get; init; }

    /// <summary>How many notes were ended where the next begins.</summary>
    public required int Overlaps { get; init; }

    /// <summary>How many silent bars inside tunes were left out.</summary>
    public required int SilentBars { get; init; }

    /// <summary>How many notes stood in passages or lines with too few.</summary>
    public required int LostNotes { get; init; }
}
