namespace ComposerPlugin;

/// <summary>The MIDI message that fires a trigger or moves a control, learned by the user.</summary>
/// <param name="Source">The type of message.</param>
/// <param name="Channel">The MIDI channel, 0 to 15.</param>
/// <param name="Number">The note number or controller number, 0 to 127.</param>
public readonly record struct LearnedMapping(LearnedSource Source, byte Channel, byte Number);
