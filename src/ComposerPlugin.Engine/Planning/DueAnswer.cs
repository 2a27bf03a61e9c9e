namespace ComposerPlugin.Engine;

/// <summary>An answer that is due.</summary>
/// <param name="Start">The tick of its first possible onset.</param>
/// <param name="End">The tick at which it is over.</param>
/// <param name="Source">What it is made from.</param>
/// <param name="Take">The id of the take, where it repeats one.</param>
public readonly record struct DueAnswer(long Start, long End, AnswerSource Source, int Take = 0)
{
    /// <summary>How it is composed.</summary>
    public TakeOrigin Origin { get; init; }

    /// <summary>Whether it is requested before the rest that ends the player's phrase.</summary>
    public bool IsEarly { get; init; }

    /// <summary>Whether it replaces the last answer.</summary>
    public bool ReplacesLast { get; init; }

    /// <summary>The id of the take from which it is composed; 0 if there is none.</summary>
    public int Base { get; init; }

    /// <summary>Whether it is the current take again because a control changed.</summary>
    public bool IsApplied { get; init; }
}
