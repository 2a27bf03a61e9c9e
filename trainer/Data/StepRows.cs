using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// A phrase as training data: one row for each step, the last of which ends the phrase, with motif hints and predictions. Created once
/// for each tune; a batch only copies and transposes.
/// </summary>
internal sealed class StepRows
{
    // A pitch input for heads in rows without a scored pitch; it stays a valid pitch when transposed.
    private const int Unscored = 60;

    private readonly short[][] _columns;

    /// <summary>Reads a phrase.</summary>
    /// <param name="phrase">The tune; at least one note.</param>
    /// <param name="reader">Reads the tune step by step.</param>
    /// <param name="style">The style token, 0 for none.</param>
    /// <param name="predicted">Called for each row while the reader still holds all its predictions; the rows keep only those of the actual
    /// classes.</param>
    public StepRows(Phrase phrase, TuneReader reader, int style = 0, Action<int>? predicted = null)
    {
        var steps = NoteEncoder.Encode(phrase);
        _columns = new short[Column.Count][];
        for (int column = 0; column < Column.Count; column++)
            _columns[column] = new short[steps.Count];
        Style = style;
        _columns[Column.Style].AsSpan().Fill((short)style);
        Motifs = new(steps.Count, reader.HasForm);
        Form = reader.HasForm ? new(steps.Count) : null;
        reader.Start(phrase);
        for (int row = 0; row < steps.Count; row++)
        {
            Write(row, reader.Input);
            Write(row, steps[row], reader);
            predicted?.Invoke(row);
            reader.Advance(steps[row]);
        }
        Count = steps.Count;
        Notes = phrase.Count;
        Lowest = phrase.Min(note => note.Pitch.Number);
        Highest = phrase.Max(note => note.Pitch.Number);
    }

    /// <summary>The motif predictions from the tune's own earlier notes.</summary>
    public MotifRows Motifs { get; }

    /// <summary>What the form memory knew; null if the reader has none.</summary>
    public FormRows? Form { get; }

    /// <summary>The style token, 0 for none.</summary>
    public int Style { get; }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The number of rows with a note.</summary>
    public int Notes { get; }

    /// <summary>The lowest MIDI pitch.</summary>
    public int Lowest { get; }

    /// <summary>The highest MIDI pitch.</summary>
    public int Highest { get; }

    /// <summary>A column (see <see cref="Column"/>), one value for each row.</summary>
    public ReadOnlySpan<short> this[int column] => _columns[column];

    /// <summary>The rows of phrases of one style.</summary>
    public static StepRows[] FromPhrases(IEnumerable<Phrase> phrases, int style = 0, bool form = false) =>
        FromPhrases(phrases.Select(phrase => (phrase, style)), form);

    /// <summary>The rows of phrases, each with its style token.</summary>
    public static StepRows[] FromPhrases(IEnumerable<(Phrase Phrase, int Style)> tunes, bool form = false)
    {
        var reader = new TuneReader(form);
        return [.. tunes.Select(tune => new StepRows(tune.Phrase, reader, tune.Style))];
    }

    private void Write(int row, StepInput input)
    {
        _columns[Column.Pitch][row] = (short)input.Pitch;
        _columns[Column.Ioi][row] = (short)input.Ioi;
        _columns[Column.Duration][row] = (short)input.Duration;
        _columns[Column.BarPosition][row] = (short)input.BarPosition;
        _columns[Column.Meter][row] = (short)input.Meter;
        _columns[Column.Bar][row] = (short)input.Bar;
        _columns[Column.Key][row] = (short)input.Key;
        _columns[Column.HintPitch][row] = (short)input.Hint.Pitch;
        _columns[Column.HintIoi][row] = (short)input.Hint.Ioi;
        _columns[Column.HintDuration][row] = (short)input.Hint.Duration;
        _columns[Column.HintLength][row] = (short)input.Hint.Length;
        Form?.Write(row, input.Form);
    }

    private void Write(int row, NoteStep next, TuneReader reader)
    {
        bool note = next.IsNote;
        _columns[Column.NextIoi][row] = (short)next.Ioi;
        _columns[Column.NextPitch][row] = (short)(note ? next.Pitch : Unscored);
        _columns[Column.NextDuration][row] = (short)(note ? next.Duration : 0);
        _columns[Column.NextBarPosition][row] = (short)(note ? reader.BarPositionAfter(next.Ioi) : 0);
        _columns[Column.IoiScored][row] = (short)next.Ioi;
        _columns[Column.PitchScored][row] = (short)(note ? next.Pitch : Column.NoScore);
        _columns[Column.DurationScored][row] = (short)(note ? next.Duration : Column.NoScore);
        _columns[Column.VelocityScored][row] = (short)(note ? next.Velocity : Column.NoScore);
        reader.Predict(next);
        Motifs.Write(row, NoteAttribute.Timing, next.Ioi, reader.Timing);
        if (!note)
            return;
        Motifs.Write(row, NoteAttribute.Pitch, next.Pitch, reader.Pitch);
        Motifs.Write(row, NoteAttribute.Duration, next.Duration, reader.Duration);
    }
}
