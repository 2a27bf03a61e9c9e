namespace ComposerPlugin.Music;

/// <summary>What motifs foretell of a note.</summary>
public enum NoteAttribute
{
    /// <summary>When it begins.</summary>
    Timing,

    /// <summary>Its pitch.</summary>
    Pitch,

    /// <summary>How long it is.</summary>
    Duration,
}
