namespace ComposerPlugin.Trainer.Data;

/// <summary>One tune of a batch, and how it is varied.</summary>
/// <param name="Rows">The tune.</param>
/// <param name="Start">The first row taken.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Transposition">In semitones.</param>
/// <param name="MeterKnown">Whether the model is told the meter.</param>
/// <param name="StyleKnown">Whether it is told the style.</param>
internal readonly record struct BatchItem(StepRows Rows, int Start, int Count, int Transposition, bool MeterKnown, bool StyleKnown = true)
{
    /// <summary>A whole tune as it is.</summary>
    public static BatchItem Whole(StepRows rows) => new(rows, 0, rows.Count, 0, MeterKnown: true);
}
