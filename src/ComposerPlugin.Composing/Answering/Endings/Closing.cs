namespace ComposerPlugin.Composing;

/// <summary>Whether a note is an answer's last.</summary>
internal enum Closing
{
    /// <summary>Another follows.</summary>
    No,

    /// <summary>It is if it is long.</summary>
    IfLong,

    /// <summary>It is, and it is long.</summary>
    Yes,
}
