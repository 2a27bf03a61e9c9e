namespace ComposerPlugin;

/// <summary>
/// [audio] A control that springs back. It fires when it goes on. A host that says "on" again and again while it is held, as some do in each
/// block of a steady automation, fires it once; one that never says "off" fires it again after a while.
/// </summary>
public struct TriggerButton
{
    private const double PatienceSeconds = 0.25;

    private bool _isOn;
    private long _frame;

    /// <summary>[audio] Takes a value; true when it fires.</summary>
    /// <param name="on">Whether the control is on.</param>
    /// <param name="frame">When, in frames since any fixed moment.</param>
    /// <param name="sampleRate">Frames a second.</param>
    public bool Fires(bool on, long frame, double sampleRate)
    {
        bool fires = on && (!_isOn || frame - _frame > PatienceSeconds * sampleRate);
        _isOn = on;
        if (on)
            _frame = frame;
        return fires;
    }
}
