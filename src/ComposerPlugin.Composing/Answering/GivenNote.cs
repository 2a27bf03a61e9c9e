using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A note that an answer starts from.</summary>
/// <param name="Note">The note, where it is to sound.</param>
/// <param name="IsLocked">Whether the musician locked it.</param>
/// <param name="IsFixed">Whether it stays as it is: if it is locked, or belongs to a chord with a locked note whose rhythm stays.</param>
internal readonly record struct GivenNote(TimedNote Note, bool IsLocked, bool IsFixed);
