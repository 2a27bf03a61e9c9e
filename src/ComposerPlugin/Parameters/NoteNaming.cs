namespace ComposerPlugin;

/// <summary>What the names of a list parameter are.</summary>
public enum NoteNaming
{
    /// <summary>Not notes.</summary>
    None,

    /// <summary>Pitch classes, from C.</summary>
    Classes,

    /// <summary>Pitches with their octave, by MIDI note number.</summary>
    Pitches,
}
