namespace ComposerPlugin.Music;

/// <summary>A note in a <see cref="MotifMemory"/>. Before the next note is sampled, only the last three fields are known.</summary>
/// <param name="Ioi">The IOI class.</param>
/// <param name="Rest">Ticks from the end of the previous note to this onset; negative if they overlap.</param>
/// <param name="BarPosition">The onset in ticks from the bar line.</param>
/// <param name="Pitch">The MIDI note number.</param>
/// <param name="Duration">The duration class.</param>
/// <param name="BarPositionBefore">The end of the previous note, in ticks from the bar line.</param>
/// <param name="BarBefore">The number of the bar in which the previous note ends, from 0; a pickup bar is -1.</param>
/// <param name="Meter">The meter class.</param>
public readonly record struct MotifNote(
    int Ioi, int Rest, int BarPosition, int Pitch, int Duration, int BarPositionBefore, int BarBefore, int Meter);
