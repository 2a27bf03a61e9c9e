using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A note as <see cref="NoteChooser"/> chooses it.</summary>
/// <param name="Pitch">The composed pitch, as a MIDI note number.</param>
/// <param name="Duration">The duration class.</param>
/// <param name="Velocity">The sounding velocity, 1 to 127.</param>
/// <param name="IsLast">Whether it closes the answer.</param>
/// <param name="MustBeTonic">Whether the answer, if it closes at its onset, must close on the tonic.</param>
internal readonly record struct ChosenNote(int Pitch, int Duration, byte Velocity, bool IsLast, bool MustBeTonic)
{
    /// <summary>The sounding pitch of a note that is kept; null for a composed one.</summary>
    public Pitch? Kept { get; init; }

    /// <summary>
    /// How surprising pitch and duration are to the model, in bits (<see cref="InformationContent"/>); NaN if one of them is given.
    /// </summary>
    public float Bits { get; init; } = float.NaN;

    /// <summary>Whether the fixed note was chosen that begins here: <see cref="NoteSlot.Ceiling"/>.</summary>
    public bool IsCeiling { get; init; }
}
