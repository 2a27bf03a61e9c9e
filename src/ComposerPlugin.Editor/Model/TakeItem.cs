using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>A take in the window.</summary>
public sealed record TakeItem
{
    /// <summary>Its id, by which the plugin and the notes of the roll know it.</summary>
    public required int Id { get; init; }

    /// <summary>Its number for the musician: takes are counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The name that the musician gave it; null if there is none.</summary>
    public string? Name { get; init; }

    /// <summary>What made it, in words for undo and redo: "New take", "Other pitches", "Variation 40 %".</summary>
    public required string Origin { get; init; }

    /// <summary>The id of the take that it was made from; 0 if it is an answer of its own.</summary>
    public int BaseId { get; init; }

    /// <summary>The name of its style.</summary>
    public required string Style { get; init; }

    /// <summary>Its seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Its meter.</summary>
    public required Meter Meter { get; init; }

    /// <summary>Its start, in ticks from the bar line before.</summary>
    public required int Begin { get; init; }

    /// <summary>Its end, in ticks from the same bar line.</summary>
    public required int End { get; init; }

    /// <summary>Its notes by onset, in ticks from the same bar line.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Whether each note is locked; as many as there are notes.</summary>
    public required IReadOnlyList<bool> Locks { get; init; }

    /// <summary>Whether the project keeps it.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether it is one of the last takes; otherwise it is kept from an earlier time.</summary>
    public bool IsRecent { get; init; }
}
