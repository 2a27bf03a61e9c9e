namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The tunes of a song, and how its notes were changed.</summary>
/// <param name="Tunes">One for each segment in one meter; more if chords are split.</param>
internal sealed record SongTunes(IReadOnlyList<SongTune> Tunes)
{
    /// <summary>The mean and the largest distance by which onsets were moved to the grid, in ticks.</summary>
    public required double MeanMove { get; init; }

    /// <inheritdoc cref="MeanMove"/>
    public required double LargestMove { get; init; }

    /// <summary>The number of onsets of that mean.</summary>
    public required int Onsets { get; init; }

    /// <summary>Grace notes dropped.</summary>
    public required int GraceNotes { get; init; }

    /// <summary>Notes dropped below the highest of a chord.</summary>
    public required int ChordNotes { get; init; }

    /// <summary>Notes shortened because they overlap the next note or the next note of the same pitch.</summary>
    public required int Overlaps { get; init; }

    /// <summary>Silent bars removed inside tunes.</summary>
    public required int SilentBars { get; init; }

    /// <summary>Notes in segments with too few notes for a tune.</summary>
    public required int LostNotes { get; init; }

    /// <summary>Notes lengthened by the sustain pedal.</summary>
    public required int PedalledNotes { get; init; }

    /// <summary>Notes of other voices than the melody, left out.</summary>
    public required int OtherVoiceNotes { get; init; }

    /// <summary>Notes of drum parts, left out.</summary>
    public required int DrumNotes { get; init; }
}
