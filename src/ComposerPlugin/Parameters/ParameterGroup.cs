namespace ComposerPlugin;

/// <summary>The groups of parameters. The values are the ids of VST3 units and never change.</summary>
public enum ParameterGroup
{
    /// <summary>The root unit.</summary>
    Plugin,

    /// <summary>Mode, lengths and start of answers.</summary>
    Play,

    /// <summary>Seeds, takes and captured phrases.</summary>
    Takes,

    /// <summary>The choice of notes.</summary>
    Notes,

    /// <summary>Velocity and timing.</summary>
    Feel,

    /// <summary>Thru, MIDI channel and preview tone.</summary>
    Output,

    /// <summary>The style and its execution provider.</summary>
    Style,
}
