using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// A bar of a tune and the bar before it, transposed to the key without accidentals, as the plugin transposes its input.
/// </summary>
/// <param name="Previous">The bar before; silent at the beginning of the tune.</param>
/// <param name="Next">The bar.</param>
/// <param name="Chord">The chord of the bar, 0 to <see cref="BarRoll.Chords"/> - 1.</param>
/// <param name="Weight">How often it is drawn, relative to others.</param>
internal sealed record BarPair(BarRoll Previous, BarRoll Next, int Chord, double Weight)
{
    /// <summary>The bars of tunes. Silent bars, and tunes whose bars do not fit a roll, are left out.</summary>
    public static BarPair[] FromTunes(IEnumerable<Tune> tunes) => [.. tunes.SelectMany(tune => FromPhrase(tune.Phrase, 1))];

    /// <summary>The bars of tunes with weights.</summary>
    public static BarPair[] FromTunes(IEnumerable<Tune> tunes, IEnumerable<double> weights) =>
        [.. tunes.Zip(weights).SelectMany(drawn => FromPhrase(drawn.First.Phrase, drawn.Second))];

    private static IEnumerable<BarPair> FromPhrase(Phrase phrase, double weight)
    {
        int length = BarRoll.StepsOf(phrase.Meter), ticks = phrase.Meter.BarTicks;
        if (length == 0)
            yield break;
        int[] keys = KeysBefore(phrase);
        for (int bar = 0; bar < keys.Length; bar++)
        {
            int transposition = KeyTracker.ToWhiteKeys(keys[bar]);
            var next = RollOf(phrase, bar * ticks, length, transposition);
            if (!next.IsEmpty)
                yield return new(RollOf(phrase, (bar - 1) * ticks, length, transposition), next, next.Chord(), weight);
        }
    }

    // The key of the notes before each bar; the key of the whole tune where these give none.
    private static int[] KeysBefore(Phrase phrase)
    {
        int ticks = phrase.Meter.BarTicks, bar = 0;
        int[] keys = new int[(phrase.End + ticks - 1) / ticks];
        var key = new KeyTracker();
        foreach (var note in phrase)
        {
            for (; bar * ticks <= note.Onset; bar++)
                keys[bar] = key.Key;
            key.Hear(note.Pitch.Number, note.Duration);
        }
        keys.AsSpan(bar).Fill(key.Key);
        return [.. keys.Select(known => known == 0 ? key.Key : known)];
    }

    private static BarRoll RollOf(Phrase phrase, int barLine, int length, int transposition)
    {
        var roll = new BarRoll();
        roll.Clear(length);
        foreach (var note in phrase)
        {
            if (note.Onset < barLine + phrase.Meter.BarTicks && note.End > barLine)
                roll.Add(note.Onset - barLine, note.Duration, note.Pitch.Number + transposition);
        }
        return roll;
    }
}
