using ComposerPlugin.Music;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// A batch of tunes, padded to the longest; it lives as long as the dispose scope in which it is created. Shapes: b tunes, n rows.
/// </summary>
internal sealed class Batch
{
    private readonly Tensor _all;
    private readonly Tensor[] _columns;

    /// <summary>Copies, transposes and pads the tunes.</summary>
    public Batch(IReadOnlyList<BatchItem> items)
    {
        int length = items.Max(item => item.Count);
        long[] values = new long[Column.Count * items.Count * length];
        for (int column = 0; column < Column.Count; column++)
        {
            for (int tune = 0; tune < items.Count; tune++)
                Fill(values.AsSpan(((column * items.Count) + tune) * length, length), column, items[tune]);
        }
        _all = tensor(values, [Column.Count, items.Count, length], ScalarType.Int64);
        _columns = _all.unbind(0);
        HasForm = items[0].Rows.Form is not null;
        Form = HasForm ? FormClasses(items, length) : null;
        Motifs = MotifValues(items, length, HasForm);
        Notes = items.Sum(NotesIn);
    }

    /// <summary>The number of scored notes.</summary>
    public int Notes { get; }

    /// <summary>Pitch, IOI and duration of the note before, (b, n, 3).</summary>
    public Tensor Note => Adjacent(Column.Pitch, Column.NoteColumns);

    /// <summary>Position in the bar, meter, bar and key after that note, then the style token, (b, n, 5).</summary>
    public Tensor BarPosition => Adjacent(Column.BarPosition, Column.StyledBarPositionColumns);

    /// <summary>The motif hint: pitch, IOI, duration and length, (b, n, 4).</summary>
    public Tensor Hint => Adjacent(Column.HintPitch, Column.HintColumns);

    /// <summary>Whether the rows have what the form memory knew.</summary>
    public bool HasForm { get; }

    /// <summary>What the form memory knew, (b, n, <see cref="FormHint.Length"/>); null if the rows have none.</summary>
    public Tensor? Form { get; }

    /// <summary>The inputs of a model's steps.</summary>
    public StepInputs Inputs => new(Note, BarPosition, Hint, Form);

    /// <summary>
    /// The tunes' own motif predictions, (b, n, chains, 1 + features): the probability of the actual class, then the features.
    /// </summary>
    public Tensor Motifs { get; }

    /// <summary>The motif predictions of one attribute's chains, (b, n, chains of the attribute, 1 + features).</summary>
    public Tensor MotifsFor(NoteAttribute attribute) =>
        Motifs.narrow(2, MotifRows.First(attribute, HasForm), MotifPredictor.Chains(attribute, HasForm));

    /// <summary>A column, (b, n) int64.</summary>
    public Tensor this[int column] => _columns[column];

    // A view: selecting one of its columns makes no copy.
    private Tensor Adjacent(int first, int count) => _all.narrow(0, first, count).permute(1, 2, 0);

    private static void Fill(Span<long> row, int column, BatchItem item)
    {
        var source = item.Rows[column].Slice(item.Start, item.Count);
        bool isPitch = column is Column.Pitch or Column.HintPitch or Column.NextPitch or Column.PitchScored;
        for (int i = 0; i < source.Length; i++)
            row[i] = isPitch && source[i] is >= 0 and < Vocabulary.NoPitch ? source[i] + item.Transposition : source[i];
        if ((column == Column.Meter && !item.MeterKnown) || (column == Column.Style && !item.StyleKnown))
            row.Clear();
        if (column == Column.Key)
            Transpose(row[..source.Length], item.Transposition);
        // The rows after a shorter tune are not scored; their inputs are 0, a valid index of every embedding.
        row[source.Length..].Fill(column >= Column.IoiScored ? Column.NoScore : 0);
    }

    private static void Transpose(Span<long> keys, int semitones)
    {
        foreach (ref long key in keys)
            key = KeyTracker.Transpose((int)key, semitones);
    }

    // Rows that are not scored need any probability above 0.
    private static Tensor MotifValues(IReadOnlyList<BatchItem> items, int length, bool form)
    {
        int chains = MotifRows.ChainCount(form), perTune = length * chains * MotifRows.PerChain;
        float[] values = new float[items.Count * perTune];
        Array.Fill(values, 1);
        for (int tune = 0; tune < items.Count; tune++)
            items[tune].Rows.Motifs.Slice(items[tune].Start, items[tune].Count).CopyTo(values.AsSpan(tune * perTune));
        return tensor(values, [items.Count, length, chains, MotifRows.PerChain]);
    }

    // The rows after a shorter tune are 0, a valid index of every embedding.
    private static Tensor FormClasses(IReadOnlyList<BatchItem> items, int length)
    {
        int perTune = length * FormHint.Length;
        long[] classes = new long[items.Count * perTune];
        for (int tune = 0; tune < items.Count; tune++)
        {
            var item = items[tune];
            FormRows.Copy(item.Rows.Form!.Slice(item.Start, item.Count), classes.AsSpan(tune * perTune), item.Transposition);
        }
        return tensor(classes, [items.Count, length, FormHint.Length], ScalarType.Int64);
    }

    private static int NotesIn(BatchItem item)
    {
        int notes = 0;
        foreach (short pitch in item.Rows[Column.PitchScored].Slice(item.Start, item.Count))
            notes += pitch >= 0 ? 1 : 0;
        return notes;
    }
}
