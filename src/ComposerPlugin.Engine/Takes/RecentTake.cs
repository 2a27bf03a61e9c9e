using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>What the audio thread needs of a take to schedule it; the worker has its notes.</summary>
/// <param name="Id">
/// The <see cref="AnswerBounds.Id"/> of the answer when it was first played; negative for a take that was loaded with a project.
/// </param>
/// <param name="BarPosition">Its start, in ticks from the bar line.</param>
/// <param name="Length">Its length, in ticks.</param>
/// <param name="Meter">The meter in which it was first played.</param>
public readonly record struct RecentTake(int Id, int BarPosition, int Length, Meter Meter)
{
    /// <summary>How it was composed.</summary>
    public TakeOrigin Origin { get; init; }

    /// <summary>The id of the take from which it was composed; 0 if there is none.</summary>
    public int Base { get; init; }

    /// <summary>How many takes of the phrase came before it: its seed is that of the control plus this.</summary>
    public uint Count { get; init; }

    /// <summary>Whether the controls Variation and Morph shape it.</summary>
    public bool IsVaried { get; init; }

    /// <summary>Whether it was composed because a control changed; the next such take replaces it.</summary>
    public bool IsApplied { get; init; }

    /// <summary>Whether it has locked notes, so that new takes must begin at its position in the bar.</summary>
    public bool HasLocks { get; init; }

    /// <summary>Whether the musician deleted it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Its length in a meter, in ticks: in another meter than its own it fills whole bars.</summary>
    public long LengthIn(Meter meter) => meter == Meter ? Length : meter.BarsToHold(Length) * meter.BarTicks;
}
