namespace ComposerPlugin.Host;

/// <summary>The sequence of block lengths of a host.</summary>
public sealed class BlockSizes
{
    private readonly Func<int> _next;

    private BlockSizes(int largest, Func<int> next) => (Largest, _next) = (largest, next);

    /// <summary>The longest possible block, in sample frames.</summary>
    public int Largest { get; }

    /// <summary>Always the same length.</summary>
    public static BlockSizes Fixed(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        return new(frames, () => frames);
    }

    /// <summary>Random lengths from smallest to largest, both included; the smallest may be 0.</summary>
    public static BlockSizes Random(int smallest, int largest, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(smallest);
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, Math.Max(1, smallest));
        var random = new Random(seed);
        return new(largest, () => random.Next(smallest, largest + 1));
    }

    /// <summary>A repeating list of lengths; some may be 0.</summary>
    public static BlockSizes Repeating(params int[] frames)
    {
        if (frames.Length == 0 || frames.Max() <= 0 || frames.Min() < 0)
            throw new ArgumentException("The list needs at least one length above 0 and none below.", nameof(frames));
        int index = -1;
        return new(frames.Max(), () => frames[index = (index + 1) % frames.Length]);
    }

    /// <summary>The next length, in sample frames.</summary>
    public int Next() => _next();
}
