using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>A note-on or note-off of an answer, for the host.</summary>
/// <param name="Frame">Its frame in the block.</param>
/// <param name="IsOn">Whether it is a note-on.</param>
/// <param name="Channel">MIDI channel, 0 to 15.</param>
/// <param name="Pitch">The pitch.</param>
/// <param name="Velocity">1 to 127; 0 for a note-off.</param>
/// <param name="AnswerId">The <see cref="AnswerBounds.Id"/> of its answer.</param>
public readonly record struct OutputNote(int Frame, bool IsOn, byte Channel, Pitch Pitch, byte Velocity, int AnswerId);
