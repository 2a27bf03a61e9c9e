using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A note that sounded, for the model to read.</summary>
/// <param name="Note">The note.</param>
/// <param name="IsMeasured">
/// Whether an open window shows how surprising it is: a note of the player, when it is read first. What is read again comes in numbers, and
/// an answer waits for it.
/// </param>
/// <param name="BeginsPhrase">Whether a phrase of the player begins with it, whose opening the form memory keeps.</param>
/// <param name="KeepsRegister">Whether the phrase that begins with it is moved into the range of the style.</param>
internal readonly record struct SoundedNote(TimedNote Note, bool IsMeasured, bool BeginsPhrase = false, bool KeepsRegister = false)
{
    /// <summary>Whether it is a note of an answer, as the model composed it, and not one that was played.</summary>
    public bool IsComposed { get; init; }
}
