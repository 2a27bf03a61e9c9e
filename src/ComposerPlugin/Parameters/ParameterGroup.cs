namespace ComposerPlugin;

/// <summary>The groups of controls, by the ids that hosts know them by (VST3 units). Never renumbered.</summary>
public enum ParameterGroup
{
    /// <summary>No group: the plugin itself.</summary>
    Plugin,

    /// <summary>When it plays, and for how long.</summary>
    Play,

    /// <summary>Seeds, takes and captured phrases.</summary>
    Takes,

    /// <summary>Which notes.</summary>
    Notes,

    /// <summary>How loud, and how exactly in time.</summary>
    Feel,

    /// <summary>What goes where.</summary>
    Output,

    /// <summary>The model behind it.</summary>
    Style,
}
