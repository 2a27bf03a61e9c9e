using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public class TimedEvent : ITimedObject, INotifyTimeChanged
{
    private long _time;

    public TimedEvent(MidiEvent midiEvent)
    {
        ArgumentNullException.ThrowIfNull(midiEvent);
        Event = midiEvent;
    }

    public TimedEvent(MidiEvent midiEvent, long time)
        : this(midiEvent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        _time = time;
    }

    public event EventHandler<TimeChangedEventArgs> TimeChanged;

    public MidiEvent Event { get; }

    public long Time
    {
        get => _time;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value == _time)
                return;

            long oldTime = _time;
            _time = value;
            TimeChanged?.Invoke(this, new TimeChangedEventArgs(oldTime, value));
        }
    }

    public virtual ITimedObject Clone() => new TimedEvent(Event.Clone(), Time);

    public override string ToString() => $"Event at {Time}: {Event}";
}
