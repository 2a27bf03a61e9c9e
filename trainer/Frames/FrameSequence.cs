namespace ComposerPlugin.Trainer.Frames;

/// <summary>A piece in frames. Every frame but the first is foretold from those before it.</summary>
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

    /// <summary>How many frames are foretold.</summary>
    public int Steps => Frames.Count - 1;

    public int Lowest { get; }

    public int Highest { get; }

    /// <summary>What has been before, as known at a place.</summary>
    public FrameMatch MatchAt(int place) => _matches[place];
}
