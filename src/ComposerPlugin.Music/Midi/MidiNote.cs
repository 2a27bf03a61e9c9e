namespace ComposerPlugin.Music;

/// <summary>A note of a MIDI file, not quantized.</summary>
/// <param name="Onset">The onset in ticks (24 per quarter note) from the start of the file.</param>
/// <param name="Duration">The duration in ticks.</param>
/// <param name="Pitch">The pitch.</param>
/// <param name="Velocity">MIDI velocity, 1 to 127.</param>
/// <param name="Channel">MIDI channel, 0 to 15.</param>
public readonly record struct MidiNote(double Onset, double Duration, Pitch Pitch, byte Velocity, byte Channel)
{
    /// <summary>The end in ticks.</summary>
    public double End => Onset + Duration;

    /// <summary>How many ticks the sustain pedal lengthens the note by.</summary>
    public double Pedalled { get; init; }

    /// <summary>The channel's program at the onset, 0 to 127.</summary>
    public byte Program { get; init; }

    /// <summary>The high byte of the channel's bank number at the onset (controller 0).</summary>
    public byte Bank { get; init; }
}
