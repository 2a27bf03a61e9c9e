namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The entry of a tune in <c>dataset.json</c>. Property names are its keys.</summary>
internal sealed record PreparedTune
{
    public required string Name { get; init; }
    public required string Source { get; init; }
    public required int Family { get; init; }
    public required string Part { get; init; }
    public required string Meter { get; init; }
    public required string Key { get; init; }
    public required int Bars { get; init; }
    public required int Notes { get; init; }
    public required int MelodyNotes { get; init; }
    public required int Polyphony { get; init; }

    /// <summary>Ticks from the first note to the first full bar; 0 without a pickup.</summary>
    public required int PickupTicks { get; init; }

    /// <summary>How the bar lines were found: given, accents or fit.</summary>
    public required string BarLines { get; init; }

    /// <summary>The mean distance by which the file's onsets were moved to the grid, in ticks.</summary>
    public required double MeanMove { get; init; }

    public required double LargestMove { get; init; }

    /// <summary>The chord of each bar, separated by spaces.</summary>
    public required string Chords { get; init; }

    /// <summary>The onset pattern of each bar, separated by vertical bars.</summary>
    public required string Rhythm { get; init; }
}
