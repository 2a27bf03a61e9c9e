namespace ComposerPlugin;

/// <summary>What becomes of a key that the player presses.</summary>
public enum NoteRoute
{
    /// <summary>It is heard, and passed on.</summary>
    Passed,

    /// <summary>It is heard, and not passed on: thru is off.</summary>
    Muted,

    /// <summary>It is neither: the musician has had a trigger learn it.</summary>
    Consumed,
}
