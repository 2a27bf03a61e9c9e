namespace ComposerPlugin.FrameLikelihood;

/// <summary>A piece in frames. Each frame except the first is predicted from those before it.</summary>
internal sealed class FrameSequence
{
    private readonly FrameMatch[] _matches;

    /// <param name="frames">At least one frame.</param>
    public FrameSequence(IReadOnlyList<Frame> frames)
    {
        Frames = frames;
        _matches = FrameMatch.In(frames);
        Lowest = frames.Min(frame => frame.Lowest);
        Highest = frames.Max(frame => frame.Highest);
    }

    public IReadOnlyList<Frame> Frames { get; }

    /// <summary>How many frames are predicted.</summary>
    public int Steps => Frames.Count - 1;

    public int Lowest { get; }

    public int Highest { get; }

    /// <summary>The earlier match of the frames up to a position.</summary>
    public FrameMatch MatchAt(int position) => _matches[position];
}
