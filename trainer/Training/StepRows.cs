using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// A phrase as a model learns it: one row for each step, the last one ending the phrase, with hints already found. Made once for each
/// tune; a batch only copies and transposes.
/// </summary>
internal sealed class StepRows
{
    // Stands for a pitch where the heads need one though none is scored; transposed, it stays a pitch.
    private const int Unscored = 60;

    private readonly short[][] _columns;

    public StepRows(Phrase phrase, NoteEncoder encoder)
    {
        var steps = NoteEncoder.Encode(phrase);
        _columns = new short[Column.Count][];
        for (int column = 0; column < Column.Count; column++)
            _columns[column] = new short[steps.Count];
        int first = phrase.Count > 0 ? phrase[0].Onset % phrase.Meter.BarTicks : 0;
        encoder.Start(phrase.Meter, 0, NoteEncoder.IsPickup(first, phrase.Meter));
        for (int row = 0; row < steps.Count; row++)
        {
            Write(row, encoder.Input);
            Write(row, steps[row], encoder);
            encoder.Push(steps[row]);
        }
        Count = steps.Count;
        Notes = phrase.Count;
        Lowest = phrase.Min(note => note.Pitch.Number);
        Highest = phrase.Max(note => note.Pitch.Number);
    }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>How many of them play a note.</summary>
    public int Notes { get; }

    public int Lowest { get; }

    public int Highest { get; }

    public ReadOnlySpan<short> this[int column] => _columns[column];

    /// <summary>The rows of tunes.</summary>
    public static StepRows[] Of(IEnumerable<Phrase> phrases)
    {
        var encoder = new NoteEncoder(new MotifMemory());
        return [.. phrases.Select(phrase => new StepRows(phrase, encoder))];
    }

    private void Write(int row, StepInput input)
    {
        _columns[Column.Pitch][row] = (short)input.Pitch;
        _columns[Column.Gap][row] = (short)input.Gap;
        _columns[Column.Duration][row] = (short)input.Duration;
        _columns[Column.Place][row] = (short)input.Place;
        _columns[Column.Meter][row] = (short)input.Meter;
        _columns[Column.Bar][row] = (short)input.Bar;
        _columns[Column.HintPitch][row] = (short)input.Hint.Pitch;
        _columns[Column.HintGap][row] = (short)input.Hint.Gap;
        _columns[Column.HintDuration][row] = (short)input.Hint.Duration;
        _columns[Column.HintLength][row] = (short)input.Hint.Length;
    }

    private void Write(int row, NoteStep next, NoteEncoder encoder)
    {
        bool note = next.IsNote;
        _columns[Column.NextGap][row] = (short)next.Gap;
        _columns[Column.NextPitch][row] = (short)(note ? next.Pitch : Unscored);
        _columns[Column.NextDuration][row] = (short)(note ? next.Duration : 0);
        _columns[Column.NextPlace][row] = (short)(note ? encoder.PlaceAt(encoder.Onset + next.Gap) : 0);
        _columns[Column.GapScored][row] = (short)next.Gap;
        _columns[Column.PitchScored][row] = (short)(note ? next.Pitch : Column.NoScore);
        _columns[Column.DurationScored][row] = (short)(note ? next.Duration : Column.NoScore);
        _columns[Column.VelocityScored][row] = (short)(note ? next.Velocity : Column.NoScore);
    }
}
