using ComposerPlugin.Music;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Data;

/// <summary>Tunes side by side, padded to the longest; lives as long as the dispose scope it was made in.</summary>
internal sealed class Batch
{
    private readonly Tensor _all;
    private readonly Tensor[] _columns;

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
        Motifs = Foretold(items, length);
        Notes = items.Sum(NotesIn);
    }

    /// <summary>How many notes are scored.</summary>
    public int Notes { get; }

    /// <summary>What the model reads: (batch, n, 3), (batch, n, 4) with the style's token behind, (batch, n, 4).</summary>
    public Tensor Note => Inputs(Column.Pitch, Column.NoteColumns);

    public Tensor BarPosition => Inputs(Column.BarPosition, Column.StyledBarPositionColumns);

    public Tensor Hint => Inputs(Column.HintPitch, Column.HintColumns);

    /// <summary>What the tunes' own motifs foretold: (batch, n, chains, 1 + features), the probability of what came first.</summary>
    public Tensor Motifs { get; }

    /// <summary>The same of the chains of one attribute.</summary>
    public Tensor MotifsOf(NoteAttribute attribute) => Motifs.narrow(2, MotifChain.First(attribute), MotifForecast.Chains(attribute));

    /// <summary>A column, [batch, n] int64.</summary>
    public Tensor this[int column] => _columns[column];

    // A view: selecting a column of it again costs no copy.
    private Tensor Inputs(int first, int count) => _all.narrow(0, first, count).permute(1, 2, 0);

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
        // After the end of a shorter tune nothing is scored; the inputs there are zeros, which every table has.
        row[source.Length..].Fill(column >= Column.IoiScored ? Column.NoScore : 0);
    }

    private static void Transpose(Span<long> keys, int semitones)
    {
        foreach (ref long key in keys)
            key = KeyTracker.Transpose((int)key, semitones);
    }

    // Where nothing is scored any probability but 0 will do.
    private static Tensor Foretold(IReadOnlyList<BatchItem> items, int length)
    {
        float[] values = new float[items.Count * length * MotifRows.PerRow];
        Array.Fill(values, 1);
        for (int tune = 0; tune < items.Count; tune++)
            items[tune].Rows.Motifs.Of(items[tune].Start, items[tune].Count).CopyTo(values.AsSpan(tune * length * MotifRows.PerRow));
        return tensor(values, [items.Count, length, MotifChain.All.Count, MotifRows.PerChain]);
    }

    private static int NotesIn(BatchItem item)
    {
        int notes = 0;
        foreach (short pitch in item.Rows[Column.PitchScored].Slice(item.Start, item.Count))
            notes += pitch >= 0 ? 1 : 0;
        return notes;
    }
}
