namespace ComposerPlugin.Composing;

/// <summary>The mean velocity of what the player plays between two answers.</summary>
/// <param name="initial">The mean before the first note.</param>
internal sealed class PlayerDynamics(double initial)
{
    private double? _last;
    private long _sum;
    private int _count;

    /// <summary>Adds a played note.</summary>
    public void Hear(byte velocity)
    {
        _sum += velocity;
        _count++;
    }

    /// <summary>The mean velocity since the last call, 1 to 127; without a note, the mean before.</summary>
    public double TakeMean()
    {
        if (_count > 0)
            _last = (double)_sum / _count;
        (_sum, _count) = (0, 0);
        return _last ?? initial;
    }

    /// <summary>Resets.</summary>
    public void Clear() => (_last, _sum, _count) = (null, 0, 0);
}
