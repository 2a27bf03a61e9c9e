namespace ComposerPlugin;

/// <summary>The route of an input note.</summary>
public enum NoteRoute
{
    /// <summary>To the engine and to the output.</summary>
    Passed,

    /// <summary>To the engine only: Thru is off.</summary>
    Muted,

    /// <summary>Neither: the note fires a trigger.</summary>
    Consumed,
}
