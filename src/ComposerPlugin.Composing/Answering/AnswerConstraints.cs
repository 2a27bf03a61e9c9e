using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>What an answer must keep to.</summary>
/// <param name="Begin">Its first onset.</param>
/// <param name="End">The tick at which it is over.</param>
/// <param name="Grid">Where its notes may begin.</param>
/// <param name="Bars">Where the bar lines are.</param>
/// <param name="Polyphony">How many notes may begin together; 1 also means that none overlap.</param>
/// <param name="Cadence">Where it closes.</param>
internal readonly record struct AnswerConstraints(long Begin, long End, Grid Grid, BarGrid Bars, int Polyphony, Cadence Cadence)
{
    /// <summary>Whether it is a melody, in which no notes overlap.</summary>
    public bool IsMelody => Polyphony == 1;

    /// <summary>Whether a note may begin at a tick.</summary>
    public bool IsLine(long tick) => Bars.IsLine(tick, Grid);

    /// <summary>The first tick from this one on at which a note may begin.</summary>
    public long LineAtOrAfter(long tick) => Bars.LineAtOrAfter(tick, Grid);
}
