namespace ComposerPlugin.Trainer.Corpus;

/// <summary>What preparing a corpus found and did, for <c>dataset.json</c>.</summary>
internal sealed record Preparation
{
    public required int Files { get; init; }
    public required int Tunes { get; init; }
    public required int Notes { get; init; }
    public required int Families { get; init; }
    public required int LargestFamily { get; init; }
    public required int Copies { get; init; }
    public required int GraceNotes { get; init; }
    public required int ChordNotes { get; init; }
    public required int Overlaps { get; init; }
    public required int Pickups { get; init; }
    public required int BarLinesFromAccents { get; init; }

    /// <summary>The mean share of bars that begin with an accent (or, without accents, with a note).</summary>
    public required double MeanBarLineFit { get; init; }

    /// <summary>How far onsets were moved to the grid, in ticks of 24 to the quarter.</summary>
    public required double MeanMove { get; init; }

    public required double LargestMove { get; init; }
    public required IReadOnlyDictionary<string, int> Meters { get; init; }
    public required IReadOnlyDictionary<string, PartCount> Parts { get; init; }
    public required IReadOnlyList<SkippedFile> Skipped { get; init; }
}
