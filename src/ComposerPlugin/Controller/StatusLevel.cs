namespace ComposerPlugin;

/// <summary>The status of an instance; the values of the parameter <see cref="Parameters.Status"/>.</summary>
public enum StatusLevel
{
    /// <summary>The style is loading.</summary>
    Loading,

    /// <summary>The instance answers.</summary>
    Ready,

    /// <summary>The project or the style cannot be used as it is, or composing failed; the status text is the error.</summary>
    Error,
}
