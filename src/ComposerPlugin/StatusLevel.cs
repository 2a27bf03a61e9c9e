namespace ComposerPlugin;

/// <summary>How an instance stands.</summary>
public enum StatusLevel
{
    /// <summary>Its style is not there yet.</summary>
    Loading,

    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It only passes notes through; the status says why.</summary>
    Trouble,
}
