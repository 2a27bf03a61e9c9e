namespace ComposerPlugin.Host;

/// <summary>Steps of a parameter edit.</summary>
public enum ParameterEditKind
{
    /// <summary>The user took hold.</summary>
    Begin,

    /// <summary>A new value.</summary>
    Perform,

    /// <summary>The user let go.</summary>
    End,
}
