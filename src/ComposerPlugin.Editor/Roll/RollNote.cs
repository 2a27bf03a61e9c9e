using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>A note of the roll.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Start">Its start, in ticks on the transport's clock.</param>
/// <param name="End">Its end; for a sounding note that of the plan, or its start while a key is held.</param>
/// <param name="Pitch">Its pitch.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="AnswerId">The id of its answer; 0 for the player's notes.</param>
/// <param name="Index">Its number in its answer, by onset from 0.</param>
/// <param name="Bits">Its surprise in bits; NaN if it is not known.</param>
public readonly record struct RollNote(
    RollNoteState State, double Start, double End, Pitch Pitch, byte Velocity, int AnswerId, int Index, float Bits)
{
    /// <summary>Whether the plugin plays it.</summary>
    public bool IsAnswer => State >= RollNoteState.Planned;

    /// <summary>Whether it grows with the playhead.</summary>
    public bool IsGrowing => State == RollNoteState.Held;
}
