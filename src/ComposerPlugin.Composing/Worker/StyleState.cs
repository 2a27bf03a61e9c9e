namespace ComposerPlugin.Composing;

/// <summary>The states of <see cref="StyleStatus"/>.</summary>
public enum StyleState
{
    /// <summary>No style is chosen: answers are empty.</summary>
    None,

    /// <summary>The style is loading: requests wait.</summary>
    Loading,

    /// <summary>The style plays.</summary>
    Ready,

    /// <summary>The style cannot be loaded: answers are empty.</summary>
    Failed,
}
