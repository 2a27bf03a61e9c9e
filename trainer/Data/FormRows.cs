using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>What the form memory knew before each step of a tune: the classes of a <see cref="FormHint"/>.</summary>
internal sealed class FormRows(int rows)
{
    private readonly short[] _classes = new short[rows * FormHint.Length];

    /// <summary>The classes of consecutive rows, (rows, <see cref="FormHint.Length"/>).</summary>
    public ReadOnlySpan<short> Slice(int first, int count) => _classes.AsSpan(first * FormHint.Length, count * FormHint.Length);

    /// <summary>Stores a row.</summary>
    public void Write(int row, in FormHint hint) => hint.Classes.CopyTo(_classes.AsSpan(row * FormHint.Length));

    /// <summary>Copies rows, transposed.</summary>
    /// <param name="from">(rows, classes)</param>
    /// <param name="to">The same.</param>
    /// <param name="semitones">The transposition.</param>
    public static void Copy(ReadOnlySpan<short> from, Span<long> to, int semitones)
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = from[i];
        if (semitones == 0)
            return;
        for (int row = 0; row < from.Length; row += FormHint.Length)
        {
            for (int reference = 0; reference < FormMemory.References; reference++)
            {
                ref long pitch = ref to[row + 1 + (reference * FormHint.Columns) + FormHint.PitchColumn];
                pitch += pitch < Vocabulary.NoPitch ? semitones : 0;
            }
        }
    }
}
