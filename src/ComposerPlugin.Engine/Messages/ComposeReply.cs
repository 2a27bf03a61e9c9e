using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>What the worker sends back: the notes of an answer by onset, then one reply without a note.</summary>
/// <param name="AnswerId">The <see cref="AnswerBounds.Id"/> of the answer.</param>
/// <param name="Note">The note; its duration is 0 where the answer is complete.</param>
public readonly record struct ComposeReply(int AnswerId, TimedNote Note)
{
    /// <summary>Whether this completes the answer.</summary>
    public bool IsEnd => Note.Duration == 0;

    /// <summary>The reply that completes an answer.</summary>
    public static ComposeReply EndOf(in AnswerBounds answer) => new(answer.Id, default);
}
