using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>The state of the audio thread at the end of a block, for the window.</summary>
public readonly record struct EngineSnapshot
{
    /// <summary>The position, in ticks on the <see cref="Transport"/>'s clock.</summary>
    public double Position { get; init; }

    /// <summary>Whether the host plays; otherwise the clock runs free.</summary>
    public bool IsPlaying { get; init; }

    /// <summary>The host's tempo, in quarter notes per minute.</summary>
    public double Tempo { get; init; }

    /// <summary>The bars at the position: <see cref="BarGrid.BarLine"/> is the bar line at or before it.</summary>
    public BarGrid Bars { get; init; }

    /// <summary>
    /// The number that the host shows for the bar at the position, from 1 at the start of the song; it goes back where the host loops.
    /// Without a playing host, bars are counted from 1.
    /// </summary>
    public long BarNumber { get; init; }

    /// <summary>The mode.</summary>
    public PlayMode Mode { get; init; }

    /// <summary>Whether an answer is requested or sounds.</summary>
    public bool IsAnswering { get; init; }

    /// <summary>The current answer, or the last one.</summary>
    public AnswerBounds Answer { get; init; }

    /// <summary>Whether the player's phrase goes on: it began, and its end is not yet heard.</summary>
    public bool HearsPhrase { get; init; }

    /// <summary>How many notes the player has begun, in the life of the instance.</summary>
    public long PlayedNotes { get; init; }

    /// <summary>How many notes of answers the host has accepted, in the life of the instance.</summary>
    public long SentNotes { get; init; }

    /// <summary>Whether the host takes events from the plugin: its event output is active and it gave a list for it.</summary>
    public bool HasOutput { get; init; }

    /// <summary>The <see cref="AnswerBounds.Id"/> under which the take that plays, or played last, is stored; 0 if there is none.</summary>
    public int CurrentTake { get; init; }
}
