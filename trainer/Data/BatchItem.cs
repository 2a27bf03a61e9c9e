namespace ComposerPlugin.Trainer.Data;

/// <summary>One tune of a batch, and its augmentation.</summary>
/// <param name="Rows">The tune.</param>
/// <param name="Start">The first row used.</param>
/// <param name="Count">The number of rows used.</param>
/// <param name="Transposition">In semitones.</param>
/// <param name="MeterKnown">Whether the model sees the meter.</param>
/// <param name="StyleKnown">Whether the model sees the style token.</param>
internal readonly record struct BatchItem(StepRows Rows, int Start, int Count, int Transposition, bool MeterKnown, bool StyleKnown = true)
{
    /// <summary>A whole tune without augmentation.</summary>
    public static BatchItem Whole(StepRows rows) => new(rows, 0, rows.Count, 0, MeterKnown: true);
}
