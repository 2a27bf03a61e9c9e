namespace ComposerPlugin;

/// <summary>
/// [audio] The state of a trigger parameter. It fires on a change to "on". Some hosts repeat "on" in each block of constant automation:
/// repeats within 0.25 seconds do not fire. Hosts that never send "off" can fire it again after that time.
/// </summary>
public struct TriggerButton
{
    private const double RepeatSeconds = 0.25;

    private bool _isOn;
    private long _frame;

    /// <summary>[audio] Sets the value; true if the trigger fires.</summary>
    /// <param name="on">Whether the parameter is on.</param>
    /// <param name="frame">The time in frames, from any fixed origin.</param>
    /// <param name="sampleRate">Frames per second.</param>
    public bool Fires(bool on, long frame, double sampleRate)
    {
        bool fires = on && (!_isOn || frame - _frame > RepeatSeconds * sampleRate);
        _isOn = on;
        if (on)
            _frame = frame;
        return fires;
    }
}
