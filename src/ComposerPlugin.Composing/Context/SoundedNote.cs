using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A note that sounded, for the model to read.</summary>
/// <param name="Note">The note.</param>
/// <param name="IsPlayers">Whether the player has played it now; otherwise it is from an answer or from an older phrase.</param>
internal readonly record struct SoundedNote(TimedNote Note, bool IsPlayers);
