namespace ComposerPlugin.Music;

/// <summary>A note as motifs are made of it. Of the note that comes next only the last three are known at first.</summary>
/// <param name="Ioi">The gap class before it.</param>
/// <param name="Rest">Ticks from the end of the note before to this one; negative where they overlap.</param>
/// <param name="BarPosition">Ticks from the bar line to its onset.</param>
/// <param name="Pitch">Its pitch.</param>
/// <param name="Duration">Its duration class.</param>
/// <param name="BarPositionBefore">Ticks from the bar line to the end of the note before.</param>
/// <param name="BarBefore">The bar in which the note before has ended, from 0; a pickup is -1.</param>
/// <param name="Meter">The meter class.</param>
public readonly record struct MotifNote(int Ioi, int Rest, int BarPosition, int Pitch, int Duration, int BarPositionBefore, int BarBefore, int Meter);
