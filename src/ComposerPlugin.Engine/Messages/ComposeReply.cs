using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>What the composer sends back: the notes of an answer by onset, then one reply without a note.</summary>
/// <param name="Answer">The number of the answer that was asked for.</param>
/// <param name="Onset">The note's first tick; where there is no note, the answer's end.</param>
/// <param name="Duration">In ticks; 0 says that the answer is complete.</param>
/// <param name="Pitch">The note's pitch.</param>
/// <param name="Velocity">The note's velocity, 1 to 127.</param>
public readonly record struct ComposeReply(int Answer, long Onset, int Duration, Pitch Pitch, byte Velocity)
{
    /// <summary>Whether this closes the answer.</summary>
    public bool IsEnd => Duration == 0;
}
