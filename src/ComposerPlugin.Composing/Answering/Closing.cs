namespace ComposerPlugin.Composing;

/// <summary>Whether a note is an answer's last.</summary>
internal enum Closing
{
    /// <summary>Another follows.</summary>
    No,

    /// <summary>If it is long.</summary>
    IfLong,

    /// <summary>It is, and is long.</summary>
    Yes,
}
