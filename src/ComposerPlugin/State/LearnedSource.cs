namespace ComposerPlugin;

/// <summary>The type of MIDI message that fires a trigger or moves a control.</summary>
public enum LearnedSource
{
    /// <summary>No message is mapped.</summary>
    None,

    /// <summary>A note; its note-on fires the trigger.</summary>
    Note,

    /// <summary>A MIDI controller; a change from below 64 to 64 or above fires a trigger; each change moves a control.</summary>
    Controller,
}
