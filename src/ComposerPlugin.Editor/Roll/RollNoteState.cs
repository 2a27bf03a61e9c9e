namespace ComposerPlugin.Editor;

/// <summary>Where a note of the roll stands.</summary>
public enum RollNoteState : byte
{
    /// <summary>The player holds it.</summary>
    Held,

    /// <summary>The player played it.</summary>
    Played,

    /// <summary>The plugin will play it.</summary>
    Planned,

    /// <summary>The plugin's note sounds.</summary>
    Sounding,

    /// <summary>The plugin played it.</summary>
    Answered,
}
