using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>The limits of an answer.</summary>
/// <param name="Bounds">Its first onset and its end.</param>
/// <param name="Grid">Where its notes may begin.</param>
/// <param name="Bars">The bar lines.</param>
/// <param name="Polyphony">How many notes may begin together; 1 also means that none overlap.</param>
/// <param name="Cadence">Where it closes.</param>
internal readonly record struct AnswerConstraints(AnswerBounds Bounds, Grid Grid, BarGrid Bars, int Polyphony, Cadence Cadence)
{
    /// <summary>The tick at which the answer is over.</summary>
    public long End => Bounds.End;

    /// <summary>Whether it is a melody, in which no notes overlap.</summary>
    public bool IsMelody => Polyphony == 1;

    /// <summary>Whether a note may begin at a tick.</summary>
    public bool IsOnGrid(long tick) => Bars.IsOnGrid(tick, Grid);

    /// <summary>The first tick at or after a tick at which a note may begin.</summary>
    public long GridAtOrAfter(long tick) => Bars.AtOrAfter(tick, Grid);
}
