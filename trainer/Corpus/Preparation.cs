namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The content of <c>dataset.json</c>: what <c>prepare</c> read and changed. Property names are its keys.</summary>
internal sealed record Preparation
{
    public required int Files { get; init; }

    /// <summary>Files ignored because their names are not those of MIDI files.</summary>
    public required int OtherFiles { get; init; }

    public required int Tunes { get; init; }
    public required int Notes { get; init; }
    public required int Families { get; init; }
    public required int LargestFamily { get; init; }

    /// <summary>Tunes left out because an equal one, in any key, was read before.</summary>
    public required int Copies { get; init; }

    public required int Polyphony { get; init; }
    public required int GraceNotes { get; init; }
    public required int ChordNotes { get; init; }

    /// <summary>Notes shortened because they overlap another one.</summary>
    public required int Overlaps { get; init; }

    /// <summary>Silent bars removed inside tunes.</summary>
    public required int SilentBars { get; init; }

    /// <summary>Notes in segments too short to be tunes.</summary>
    public required int LostNotes { get; init; }

    /// <summary>Notes lengthened by the sustain pedal.</summary>
    public required int PedalledNotes { get; init; }

    /// <summary>Notes of other voices than the melody, left out.</summary>
    public required int OtherVoiceNotes { get; init; }

    /// <summary>Notes of drum parts, left out.</summary>
    public required int DrumNotes { get; init; }

    /// <summary>Tunes that begin with a pickup.</summary>
    public required int Pickups { get; init; }

    /// <summary>The number of tunes by <see cref="BarLineSource"/>, in lower case.</summary>
    public required IReadOnlyDictionary<string, int> BarLines { get; init; }

    /// <summary>How reliable the bar lines found without accents are.</summary>
    public required FitCheck FitCheck { get; init; }

    /// <summary>The mean share of bars that begin with an accent (without accents: with a note).</summary>
    public required double MeanBarLineFit { get; init; }

    /// <summary>The mean distance by which onsets were moved to the grid, in ticks (24 to the quarter).</summary>
    public required double MeanMove { get; init; }

    public required double LargestMove { get; init; }

    /// <summary>The file with the largest move.</summary>
    public required string LargestMoveFile { get; init; }

    public required IReadOnlyDictionary<string, int> Meters { get; init; }
    public required IReadOnlyDictionary<string, int> Keys { get; init; }
    public required IReadOnlyDictionary<string, PartCount> Sources { get; init; }
    public required IReadOnlyDictionary<string, PartCount> Parts { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The number of skipped files by reason.</summary>
    public required IReadOnlyDictionary<string, int> SkippedKinds { get; init; }

    public required IReadOnlyList<SkippedFile> Skipped { get; init; }

    /// <summary>What was not read of files that were, by what it is.</summary>
    public required IReadOnlyDictionary<string, DamageCount> Damage { get; init; }

    /// <summary>The tunes one by one; null in <c>prepare --json</c> output.</summary>
    public IReadOnlyList<PreparedTune>? Pieces { get; init; }
}
