namespace ComposerPlugin.Music;

/// <summary>The attributes of a note that a <see cref="MotifChain"/> predicts.</summary>
public enum NoteAttribute
{
    /// <summary>The inter-onset interval class.</summary>
    Timing,

    /// <summary>The pitch.</summary>
    Pitch,

    /// <summary>The duration class.</summary>
    Duration,
}
