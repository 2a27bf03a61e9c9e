namespace ComposerPlugin.Trainer.Corpus;

/// <summary>What preparing a corpus found and did, for <c>dataset.json</c>.</summary>
internal sealed record Preparation
{
    public required int Files { get; init; }

    /// <summary>Files whose names are not those of MIDI files.</summary>
    public required int OtherFiles { get; init; }

    public required int Tunes { get; init; }
    public required int Notes { get; init; }
    public required int Families { get; init; }
    public required int LargestFamily { get; init; }
    public required int Copies { get; init; }
    public required int Polyphony { get; init; }
    public required int GraceNotes { get; init; }
    public required int ChordNotes { get; init; }
    public required int Overlaps { get; init; }

    /// <summary>Silent bars left out inside tunes.</summary>
    public required int SilentBars { get; init; }

    /// <summary>Notes in passages too short to be tunes.</summary>
    public required int LostNotes { get; init; }

    public required int Pickups { get; init; }

    /// <summary>In how many tunes what told where the bar lines stand.</summary>
    public required IReadOnlyDictionary<string, int> BarLines { get; init; }

    /// <summary>How far the fit can be trusted where there are no accents.</summary>
    public required FitCheck FitCheck { get; init; }

    /// <summary>The mean share of bars that begin with an accent (or, without accents, with a note).</summary>
    public required double MeanBarLineFit { get; init; }

    /// <summary>How far onsets were moved to the grid, in ticks of 24 to the quarter.</summary>
    public required double MeanMove { get; init; }

    public required double LargestMove { get; init; }

    /// <summary>The file in which that was.</summary>
    public required string LargestMoveFile { get; init; }

    public required IReadOnlyDictionary<string, int> Meters { get; init; }
    public required IReadOnlyDictionary<string, int> Keys { get; init; }
    public required IReadOnlyDictionary<string, PartCount> Sources { get; init; }
    public required IReadOnlyDictionary<string, PartCount> Parts { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required IReadOnlyDictionary<string, int> SkippedKinds { get; init; }
    public required IReadOnlyList<SkippedFile> Skipped { get; init; }

    /// <summary>The tunes one by one; not among what is printed.</summary>
    public IReadOnlyList<PreparedTune>? Pieces { get; init; }
}
