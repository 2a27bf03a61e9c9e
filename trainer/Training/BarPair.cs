using ComposerPlugin.Models;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Training;

/// <summary>A bar of a tune and the one before it.</summary>
/// <param name="Previous">The bar before; silent at the tune's beginning.</param>
/// <param name="Next">The bar.</param>
/// <param name="Chord">The bar's chord, 0 to <see cref="BarRoll.Chords"/> - 1.</param>
internal sealed record BarPair(BarRoll Previous, BarRoll Next, int Chord)
{
    /// <summary>How far the bars can be transposed without leaving a range.</summary>
    public (int Down, int Up) Room(int lowest, int highest)
    {
        var (low, high) = (int.MaxValue, int.MinValue);
        for (int step = 0; step < BarRoll.Steps; step++)
        {
            foreach (int pitch in (ReadOnlySpan<int>)[Previous.PitchAt(step), Next.PitchAt(step)])
                (low, high) = pitch < 0 ? (low, high) : (Math.Min(low, pitch), Math.Max(high, pitch));
        }
        return low > high ? (0, 0) : (Math.Min(0, lowest - low), Math.Max(0, highest - high));
    }

    /// <summary>The bars of tunes with the bars before them. Silent bars, and tunes whose bars a roll cannot hold, are left out.</summary>
    public static BarPair[] Of(IEnumerable<Tune> tunes) => [.. tunes.SelectMany(tune => Of(tune.Phrase))];

    private static IEnumerable<BarPair> Of(Phrase phrase)
    {
        int length = BarRoll.StepsOf(phrase.Meter);
        if (length == 0)
            yield break;
        int bars = (phrase.End + phrase.Meter.BarTicks - 1) / phrase.Meter.BarTicks;
        BarRoll[] rolls = [.. Enumerable.Range(0, bars + 1).Select(_ => new BarRoll())];    // the first one is before the tune
        foreach (var roll in rolls)
            roll.Clear(length);
        foreach (var note in phrase)
        {
            for (int bar = note.Onset / phrase.Meter.BarTicks; bar * phrase.Meter.BarTicks < note.End; bar++)
                rolls[bar + 1].Add(note.Onset - (bar * phrase.Meter.BarTicks), note.Duration, note.Pitch.Number);
        }
        for (int bar = 1; bar <= bars; bar++)
        {
            if (!rolls[bar].IsEmpty)
                yield return new(rolls[bar - 1], rolls[bar], rolls[bar].Chord());
        }
    }
}
