using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>
/// One end of the connection between controller (main) and processor (audio): the values that each has set, for the other. It passes the
/// latest values, not every change, so that nothing is lost however long the other end does not look. Where both set a value, that of the
/// main end counts: a loaded project.
/// </summary>
public sealed class ControlEnd
{
    private readonly LatestValue<ControlBoard> _toOther;
    private readonly LatestValue<ControlBoard> _fromOther;
    private readonly bool _isMain;
    private ControlBoard _own;
    private ControlBoard _other;
    private bool _hasChanged;
    private int _version;
    private int _seen;

    private ControlEnd(LatestValue<ControlBoard> toOther, LatestValue<ControlBoard> fromOther, bool isMain) =>
        (_toOther, _fromOther, _isMain) = (toOther, fromOther, isMain);

    /// <summary>[main] Creates both ends.</summary>
    public static (ControlEnd Audio, ControlEnd Main) Create()
    {
        LatestValue<ControlBoard> toMain = new(), toAudio = new();
        return (new(toMain, toAudio, isMain: false), new(toAudio, toMain, isMain: true));
    }

    /// <summary>[own] Sets a parameter; the other end receives it with the next <see cref="Publish"/>.</summary>
    /// <param name="index">The index in <see cref="Parameters.All"/>.</param>
    /// <param name="normalized">The normalized value.</param>
    public void Set(int index, double normalized)
    {
        _own.Values[index] = normalized;
        _own.SetAt[index] = _own.Time + 1;
        _hasChanged = true;
    }

    /// <summary>[own] Sets the mapping of a learner.</summary>
    public void SetLearned(int learner, in LearnedMapping mapping)
    {
        _own.Learned[learner] = mapping;
        _own.LearnedAt = _own.Time + 1;
        _hasChanged = true;
    }

    /// <summary>[own] Releases all triggers and ends MIDI learn.</summary>
    public void ResetTriggers()
    {
        _own.ResetAt = _own.Time + 1;
        _hasChanged = true;
    }

    /// <summary>[own] Publishes what was set.</summary>
    public void Publish()
    {
        if (!_hasChanged)
            return;
        _hasChanged = false;
        _own.Time++;
        _toOther.Write(_own);
    }

    /// <summary>[own] Looks at what the other end has published; false if that is nothing new.</summary>
    public bool Receive()
    {
        int seen = _other.Time;
        if (!_fromOther.TryRead(ref _version, ref _other))
        {
            // A board that was overwritten while it was read is not whole.
            _other.Time = seen;
            return false;
        }
        (_seen, _own.Received) = (seen, _other.Time);
        return true;
    }

    /// <summary>[own] Takes the new value of the parameter at an index; false if the received board has none.</summary>
    public bool TryTake(int index, out double normalized)
    {
        normalized = _other.Values[index];
        if (!IsNew(_other.SetAt[index], _own.SetAt[index]))
            return false;
        // What this end has set before is past.
        _own.Values[index] = normalized;
        _own.SetAt[index] = 0;
        return true;
    }

    /// <summary>[own] Takes the new mappings; false if the received board has none.</summary>
    public bool TryTakeLearned()
    {
        if (!IsNew(_other.LearnedAt, _own.LearnedAt))
            return false;
        (_own.Learned, _own.LearnedAt) = (_other.Learned, 0);
        return true;
    }

    /// <summary>[own] Whether the triggers are to be released.</summary>
    public bool IsReset => _other.ResetAt > _seen;

    /// <summary>[own] The mapping of a learner, as this end has set or taken it.</summary>
    public LearnedMapping Learned(int learner) => _own.Learned[learner];

    // The audio end may have set a value before it received that of the main end.
    private bool IsNew(int setAt, int ownSetAt) => setAt > _seen && (!_isMain || ownSetAt <= _other.Received);
}
