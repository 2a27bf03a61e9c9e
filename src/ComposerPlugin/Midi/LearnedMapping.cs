namespace ComposerPlugin;

/// <summary>What fires a trigger besides its control.</summary>
/// <param name="Kind">A key or a controller.</param>
/// <param name="Channel">Its MIDI channel, 0 to 15.</param>
/// <param name="Number">The pitch, or the controller's number, 0 to 127.</param>
public readonly record struct LearnedMapping(LearnedKind Kind, byte Channel, byte Number);
