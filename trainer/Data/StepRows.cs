using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// A phrase as a model learns it: one row for each step, the last one ending the phrase, with hints already found. Made once for each
/// tune; a batch only copies and transposes.
/// </summary>
internal sealed class StepRows
{
    // Stands for a pitch where the heads need one though none is scored; transposed, it stays a pitch.
    private const int Unscored = 60;

    private readonly short[][] _columns;

    /// <param name="phrase">The tune.</param>
    /// <param name="reader">What goes through it.</param>
    /// <param name="style">The token of its style, 0 for none.</param>
    /// <param name="foretold">Told each row while the reader still holds its whole forecast, of which only what came is kept here.</param>
    public StepRows(Phrase phrase, TuneReader reader, int style = 0, Action<int>? foretold = null)
    {
        var steps = NoteEncoder.Encode(phrase);
        _columns = new short[Column.Count][];
        for (int column = 0; column < Column.Count; column++)
            _columns[column] = new short[steps.Count];
        Style = style;
        _columns[Column.Style].AsSpan().Fill((short)style);
        Motifs = new(steps.Count);
        reader.Start(phrase);
        for (int row = 0; row < steps.Count; row++)
        {
            Write(row, reader.Input);
            Write(row, steps[row], reader);
            foretold?.Invoke(row);
            reader.Take(steps[row]);
        }
        Count = steps.Count;
        Notes = phrase.Count;
        Lowest = phrase.Min(note => note.Pitch.Number);
        Highest = phrase.Max(note => note.Pitch.Number);
    }

    /// <summary>What the tune's own motifs foretold.</summary>
    public MotifRows Motifs { get; }

    /// <summary>The token of its style, 0 for none.</summary>
    public int Style { get; }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>How many of them play a note.</summary>
    public int Notes { get; }

    public int Lowest { get; }

    public int Highest { get; }

    public ReadOnlySpan<short> this[int column] => _columns[column];

    /// <summary>The rows of tunes.</summary>
    public static StepRows[] Of(IEnumerable<Phrase> phrases, int style = 0) => Of(phrases.Select(phrase => (phrase, style)));

    /// <summary>The rows of tunes, each with the token of its style.</summary>
    public static StepRows[] Of(IEnumerable<(Phrase Phrase, int Style)> tunes)
    {
        var reader = new TuneReader();
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
        reader.Foretell(next);
        Motifs.Write(row, NoteAttribute.Timing, next.Ioi, reader.Timing);
        if (!note)
            return;
        Motifs.Write(row, NoteAttribute.Pitch, next.Pitch, reader.Pitch);
        Motifs.Write(row, NoteAttribute.Duration, next.Duration, reader.Duration);
    }
}
