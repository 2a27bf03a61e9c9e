using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>What the audio thread tells the composer, in order. All ticks are of the <see cref="Transport"/>'s clock.</summary>
public readonly record struct ComposeRequest
{
    /// <summary>What is told.</summary>
    public required RequestKind Kind { get; init; }

    /// <summary><see cref="RequestKind.Note"/>: its onset. <see cref="RequestKind.Answer"/>: its first onset. <see cref="RequestKind.Stop"/>: the last tick whose notes sounded.</summary>
    public long Tick { get; init; }

    /// <summary>A tick at which a bar of <see cref="Meter"/> begins.</summary>
    public long BarLine { get; init; }

    /// <summary>The meter there.</summary>
    public Meter Meter { get; init; }

    /// <summary>A note's duration in ticks, at least 1.</summary>
    public int Duration { get; init; }

    /// <summary>A note's pitch.</summary>
    public Pitch Pitch { get; init; }

    /// <summary>A note's velocity, 1 to 127.</summary>
    public byte Velocity { get; init; }

    /// <summary>Which answer is asked for or stopped; grows by one with each, from 1.</summary>
    public int Answer { get; init; }

    /// <summary>The tick at which the answer is over: no note sounds from there on.</summary>
    public long End { get; init; }

    /// <summary>What the answer is made from.</summary>
    public AnswerFrom From { get; init; }

    /// <summary>Whether the last answer is taken back first, as if it had never sounded: this one stands in its place.</summary>
    public bool TakesBack { get; init; }

    /// <summary>The take that is played again or kept: the number of the answer that it was at first.</summary>
    public int Take { get; init; }

    /// <summary>How to answer.</summary>
    public AnswerControls Controls { get; init; }

    /// <summary><see cref="RequestKind.ChooseStyle"/>: which.</summary>
    public StyleChoice Style { get; init; }

    /// <summary><see cref="RequestKind.ChangeStyle"/>: whether later requests wait for the style, because the host renders offline.</summary>
    public bool Waits { get; init; }
}
