namespace ComposerPlugin.Host;

/// <summary>Steps of a parameter edit.</summary>
public enum ParameterEditKind
{
    /// <summary>The edit begins (beginEdit).</summary>
    Begin,

    /// <summary>A new value (performEdit).</summary>
    Perform,

    /// <summary>The edit ends (endEdit).</summary>
    End,
}
