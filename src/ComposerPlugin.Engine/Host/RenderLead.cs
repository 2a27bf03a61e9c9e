namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] How far a host has rendered ahead of the clock: hosts that render in bursts, or declare a render realtime, call much faster than
/// the music lasts. The lead is counted from its lowest value in the last one to two seconds, so that it does not drift with the sound
/// card's clock, and a host that catches up after a dropout does not seem to be ahead for longer than that.
/// </summary>
public sealed class RenderLead
{
    /// <summary>
    /// The least lead that counts, in seconds. The jitter of a live host is shorter: two blocks of 2048 frames at 44.1 kHz last 93 ms, and
    /// the second of them begins 46 ms ahead.
    /// </summary>
    public const double Least = 0.050;

    // The longest lead that is used, and the length of a window, in seconds.
    private const double Most = 2, WindowSeconds = 1;

    private double _rendered;
    private double _begun;
    private double _windowBegin;
    private double _lowest;
    private double _lowestBefore;
    private bool _hasBegun;

    /// <summary>[audio] Begins a block.</summary>
    /// <param name="now">The time on any clock, in seconds.</param>
    /// <param name="blockSeconds">The length of the block.</param>
    /// <returns>How far the host is ahead at the block's first frame, in seconds; 0 if that is less than <see cref="Least"/>.</returns>
    public double Begin(double now, double blockSeconds)
    {
        if (!_hasBegun)
            (_hasBegun, _begun, _windowBegin) = (true, now, now);
        double lead = _rendered - (now - _begun);
        _rendered += blockSeconds;
        if (now - _windowBegin >= WindowSeconds)
            (_windowBegin, _lowestBefore, _lowest) = (now, _lowest, lead);
        _lowest = Math.Min(_lowest, lead);
        double ahead = lead - Math.Min(_lowest, _lowestBefore);
        return ahead < Least ? 0 : Math.Min(ahead, Most);
    }

    /// <summary>[main, inactive] Forgets what was rendered.</summary>
    public void Clear() => (_rendered, _lowest, _lowestBefore, _hasBegun) = (0, 0, 0, false);
}
