namespace ComposerPlugin.Composing;

/// <summary>How loud the player plays: the mean velocity of the current phrase, which lasts from one answer to the next.</summary>
/// <param name="silent">What counts until a note was played.</param>
internal sealed class PlayerDynamics(double silent)
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

    /// <summary>Ends the phrase; one without a note is as loud as the last.</summary>
    /// <returns>Its mean velocity.</returns>
    public double EndPhrase()
    {
        if (_count > 0)
            _last = (double)_sum / _count;
        (_sum, _count) = (0, 0);
        return _last ?? silent;
    }

    /// <summary>Forgets all phrases.</summary>
    public void Clear() => (_last, _sum, _count) = (null, 0, 0);
}
