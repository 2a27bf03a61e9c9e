using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Hand-made excerpts in 4/4: each bar is four quarters, written as pitches.</summary>
internal static class FormExcerpt
{
    public const int Ticks = 96;

    /// <summary>An excerpt whose prompt and continuation have these bars.</summary>
    public static Excerpt Of(int[][] prompt, int[][] continuation)
    {
        var (phrase, human) = (Bars(0, prompt), Bars(prompt.Length, continuation));
        int begin = prompt.Length * Ticks;
        return new(
            new("tune", 0, new(Meter.Common, phrase.Concat(human))), phrase, human, 0, begin, begin + (continuation.Length * Ticks));
    }

    /// <summary>Bars of notes of one length, from a bar on. Pitch 0 is a rest.</summary>
    public static Phrase Bars(int first, params int[][] bars) => new(Meter.Common, bars.SelectMany((bar, i) => bar
        .Select((pitch, n) => (Pitch: pitch, Onset: ((first + i) * Ticks) + (n * Ticks / bar.Length), Length: Ticks / bar.Length))
        .Where(note => note.Pitch > 0)
        .Select(note => new Note(note.Onset, note.Length, new((byte)note.Pitch), 80))));
}
