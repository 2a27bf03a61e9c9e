using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>A note that is to begin.</summary>
/// <param name="Position">Where it begins, in ticks.</param>
/// <param name="End">Where it ends, in ticks.</param>
/// <param name="Onset">The tick that it is written on.</param>
/// <param name="Pitch">Its pitch.</param>
/// <param name="Velocity">Its velocity, 1 to 127.</param>
internal readonly record struct PendingNote(double Position, double End, long Onset, Pitch Pitch, byte Velocity);
