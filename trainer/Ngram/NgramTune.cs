using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Ngram;

/// <summary>A melody as the n-grams see it. Before the first note there is nothing: -1, or no interval.</summary>
internal sealed class NgramTune(Phrase phrase)
{
    /// <summary>The timing symbol of the phrase's end; the others are rests in ticks.</summary>
    public const int End = 100_000;

    private const int NoInterval = 999;
    private const int LatestBar = 40;

    public int Count => phrase.Count;

    public int Meter { get; } = Vocabulary.MeterClass(phrase.Meter);

    public int Pitch(int note) => note < 0 ? -1 : phrase[note].Pitch.Number;

    public int Duration(int note) => note < 0 ? -1 : Vocabulary.DurationClass(phrase[note].Duration);

    public int Interval(int note) => note < 1 ? NoInterval : phrase[note].Pitch.Number - phrase[note - 1].Pitch.Number;

    /// <summary>The ticks from the end of the note before to this one, or <see cref="End"/>; given the notes before, it says as much as the gap.</summary>
    public int Rest(int note) => note == Count ? End : phrase[note].Onset - EndBefore(note);

    /// <summary>The place in the bar where a note begins.</summary>
    public int Place(int note) => phrase[note].Onset % phrase.Meter.BarTicks;

    /// <summary>The place in the bar where the note before has ended.</summary>
    public int PlaceBefore(int note) => EndBefore(note) % phrase.Meter.BarTicks;

    /// <summary>The bar in which the note before has ended.</summary>
    public int BarBefore(int note) => Math.Min(EndBefore(note) / phrase.Meter.BarTicks, LatestBar);

    private int EndBefore(int note) => note == 0 ? 0 : phrase[note - 1].End;
}
