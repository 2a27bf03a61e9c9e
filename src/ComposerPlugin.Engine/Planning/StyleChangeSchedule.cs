namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] When a chosen style takes effect. It is announced at once, so that it can be loaded; answers requested <see cref="Lead"/> later
/// use it. Both are at ticks, so that takes do not depend on how fast a style loads, if that takes less. Another choice in between starts
/// again.
/// </summary>
public sealed class StyleChangeSchedule
{
    /// <summary>The time in which a style must load, in seconds at the tempo of the choice.</summary>
    public const double Lead = 0.5;

    private StyleChoice _chosen;
    private long _due;
    private bool _isComing;

    /// <summary>[audio] Whether this is another style than the one announced last.</summary>
    public bool IsOther(StyleChoice choice) => choice != _chosen;

    /// <summary>[audio] A style was announced to the worker.</summary>
    /// <param name="choice">The style.</param>
    /// <param name="tick">The tick of the choice.</param>
    /// <param name="secondsPerTick">Seconds per tick at the current tempo.</param>
    public void Announce(StyleChoice choice, long tick, double secondsPerTick)
    {
        (_chosen, _isComing) = (choice, true);
        _due = tick + (long)Math.Ceiling(Lead / secondsPerTick);
    }

    /// <summary>[audio] Whether the announced style takes effect at a tick.</summary>
    public bool IsDue(long tick) => _isComing && tick >= _due;

    /// <summary>[audio] The worker was notified of the change.</summary>
    public void Change() => _isComing = false;
}
