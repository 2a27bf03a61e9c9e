namespace ComposerPlugin.Composing;

/// <summary>The states of <see cref="StyleStatus"/>.</summary>
public enum StyleState
{
    /// <summary>No style is chosen: answers are empty.</summary>
    None,

    /// <summary>It is being loaded: requests wait.</summary>
    Loading,

    /// <summary>It plays.</summary>
    Ready,

    /// <summary>It cannot be used: answers are empty.</summary>
    Failed,
}
