namespace ComposerPlugin.Host;

/// <summary>A note that a plugin played, from its note-on to its note-off.</summary>
/// <param name="Time">Onset, in sample frames since the session began.</param>
/// <param name="EndTime">Note-off, or -1 if it never came.</param>
/// <param name="Quarter">Song position of the onset, in quarter notes.</param>
/// <param name="EndQuarter">Song position of the note-off; NaN if it never came.</param>
/// <param name="Pitch">MIDI pitch.</param>
/// <param name="Velocity">0 to 127.</param>
/// <param name="Channel">0 to 15.</param>
public readonly record struct RecordedNote(
    long Time, long EndTime, double Quarter, double EndQuarter, int Pitch, int Velocity, int Channel);
