using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>How a line of an answer ends.</summary>
/// <param name="Bar">Its last bar, as the form memory counts.</param>
/// <param name="Class">The pitch class on which it ends, as the model reads it.</param>
/// <param name="Breathes">Whether its last note is long, or a rest follows it.</param>
/// <param name="IsOnBarLine">Whether that note begins no later than the bar.</param>
internal readonly record struct LineEnd(int Bar, int Class, bool Breathes, bool IsOnBarLine)
{
    /// <summary>The onset of its last note at the latest.</summary>
    public long Last { get; init; }

    /// <summary>Where that note may begin if it breathes.</summary>
    public Cadence Rest { get; init; }

    /// <summary>The tick at which a breath is over: the end of the bar, or the onset of a pickup.</summary>
    public long Until { get; init; }

    /// <summary>Whether it may end with a note.</summary>
    /// <param name="onset">The onset of the note.</param>
    /// <param name="pitch">Its composed pitch.</param>
    /// <param name="bars">The bar lines.</param>
    public bool MayRestAt(long onset, int pitch, BarGrid bars) => Rest.MayCloseAt(onset, bars) && new Pitch((byte)pitch).Class == Class;
}
