namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] When a chosen style takes effect: it is announced at once, so that it can be loaded, and answers that are asked for
/// <see cref="Lead"/> later or after that are played in it. Both are ticks, so a take does not depend on how fast a style loads, as long as
/// that takes less. What is chosen in between begins anew.
/// </summary>
public sealed class StyleChangeSchedule
{
    /// <summary>The time, in seconds at the tempo of the choice, in which a style must be loaded to play where it is due.</summary>
    public const double Lead = 0.5;

    private StyleChoice _chosen;
    private long _due;
    private bool _isComing;

    /// <summary>[audio] Whether this is not the style that was announced last.</summary>
    public bool IsOther(StyleChoice choice) => choice != _chosen;

    /// <summary>[audio] A style was announced.</summary>
    /// <param name="choice">The style.</param>
    /// <param name="tick">The tick from which it is chosen.</param>
    /// <param name="secondsPerTick">At the present tempo.</param>
    public void Announce(StyleChoice choice, long tick, double secondsPerTick)
    {
        (_chosen, _isComing) = (choice, true);
        _due = tick + (long)Math.Ceiling(Lead / secondsPerTick);
    }

    /// <summary>[audio] Whether, at a tick, the style that was announced takes effect.</summary>
    public bool IsDue(long tick) => _isComing && tick >= _due;

    /// <summary>[audio] The style that was announced plays.</summary>
    public void Change() => _isComing = false;
}
