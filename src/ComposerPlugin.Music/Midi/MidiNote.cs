namespace ComposerPlugin.Music;

/// <summary>A note as a MIDI file has it: its times lie on no grid.</summary>
/// <param name="Onset">Where it begins, in ticks of 24 to the quarter from the start of the file.</param>
/// <param name="Duration">How long it sounds, in the same ticks.</param>
/// <param name="Pitch">Its pitch.</param>
/// <param name="Velocity">MIDI velocity, 1 to 127.</param>
/// <param name="Channel">MIDI channel, 0 to 15.</param>
public readonly record struct MidiNote(double Onset, double Duration, Pitch Pitch, byte Velocity, byte Channel)
{
    /// <summary>Where it ends, in ticks.</summary>
    public double End => Onset + Duration;
}
