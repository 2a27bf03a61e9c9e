namespace ComposerPlugin.Engine;

/// <summary>[audio] What a mode decides by when a tick is closed. Each tick comes up for decision exactly once, a horizon ahead.</summary>
public readonly ref struct DecisionPoint
{
    /// <summary>The tick that is closed: all notes played up to it are known.</summary>
    public required long Tick { get; init; }

    /// <summary>The first tick that comes up for decision now.</summary>
    public required long First { get; init; }

    /// <summary>The last tick that comes up for decision now: an answer that begins here must be asked for at once. Before <see cref="First"/> when none does.</summary>
    public required long Last { get; init; }

    /// <summary>The block.</summary>
    public required BlockSpan Span { get; init; }

    /// <summary>The controls.</summary>
    public required PlayControls Controls { get; init; }

    /// <summary>What the player plays.</summary>
    public required Listener Listener { get; init; }

    /// <summary>The last takes.</summary>
    public required RecentTakes Takes { get; init; }

    /// <summary>Whether an answer is asked for or sounds.</summary>
    public required bool IsAnswering { get; init; }

    /// <summary>The tick at which the newest answer is over.</summary>
    public required long AnswerEnd { get; init; }

    /// <summary>Whether a mode that plays on its own waits, because the host stands.</summary>
    public required bool IsResting { get; init; }

    /// <summary>Whether a tick comes up for decision now, or did so before.</summary>
    public bool IsDue(long start) => start <= Last;
}
