using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A take for the window. Immutable.</summary>
public sealed record TakeSnapshot
{
    /// <summary>
    /// The <see cref="AnswerBounds.Id"/> of the answer when it was first played; negative for a take that was loaded with the project.
    /// </summary>
    public required int Id { get; init; }

    /// <summary>Its number: takes are counted from 1 in the project.</summary>
    public required int Number { get; init; }

    /// <summary>How it was composed: the name of the step for undo and redo.</summary>
    public required TakeOrigin Origin { get; init; }

    /// <summary>The share of the pitches that a variation redraws, 0 to 1; 0 for other takes.</summary>
    public float Amount { get; init; }

    /// <summary>The id of the take from which it was composed; 0 if there is none.</summary>
    public int Base { get; init; }

    /// <summary>The number of the phrase that it answers: phrases are counted from 1; 0 if it is not known.</summary>
    public int Phrase { get; init; }

    /// <summary>The id of the style that composed it.</summary>
    public required string Style { get; init; }

    /// <summary>Its seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Its start, in ticks from the bar line before; less than a bar.</summary>
    public required int Begin { get; init; }

    /// <summary>The tick at which it is over, from the same bar line.</summary>
    public required int End { get; init; }

    /// <summary>Its notes, from the same bar line, and its meter.</summary>
    public required Phrase Notes { get; init; }

    /// <summary>Which of the notes are locked.</summary>
    public NoteLocks Locks { get; init; }

    /// <summary>The name that the musician gave it; null if there is none.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is kept in the project.</summary>
    public bool IsKept { get; init; }
}
