using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public class Note : ILengthedObject, IMusicalObject, INotifyTimeChanged, INotifyLengthChanged
{
    public static readonly SevenBitNumber DefaultVelocity = (SevenBitNumber)100;

    public static readonly SevenBitNumber DefaultOffVelocity = SevenBitNumber.MinValue;

    private static readonly string[] Names = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    private readonly TimedEvent _on;
    private readonly TimedEvent _off;

    public Note(SevenBitNumber noteNumber)
        : this(noteNumber, 0)
    {
    }

    public Note(SevenBitNumber noteNumber, long length)
        : this(noteNumber, length, 0)
    {
    }

    public Note(SevenBitNumber noteNumber, long length, long time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        _on = new TimedEvent(new NoteOnEvent(noteNumber, DefaultVelocity), time);
        _off = new TimedEvent(new NoteOffEvent(noteNumber, DefaultOffVelocity), time + length);
    }

    public Note(TimedEvent timedNoteOnEvent, TimedEvent timedNoteOffEvent)
    {
        ArgumentNullException.ThrowIfNull(timedNoteOnEvent);
        ArgumentNullException.ThrowIfNull(timedNoteOffEvent);
        if (timedNoteOnEvent.Event is not NoteOnEvent)
            throw new ArgumentOutOfRangeException(nameof(timedNoteOnEvent), timedNoteOnEvent, "A note begins with a Note On event.");
        if (timedNoteOffEvent.Event is not NoteOffEvent)
            throw new ArgumentOutOfRangeException(nameof(timedNoteOffEvent), timedNoteOffEvent, "A note ends with a Note Off event.");
        ArgumentOutOfRangeException.ThrowIfLessThan(timedNoteOffEvent.Time, timedNoteOnEvent.Time, nameof(timedNoteOffEvent));

        _on = timedNoteOnEvent;
        _off = timedNoteOffEvent;
    }

    public event EventHandler<TimeChangedEventArgs> TimeChanged;

    public event EventHandler<LengthChangedEventArgs> LengthChanged;

    public long Time
    {
        get => _on.Time;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            long oldTime = Time;
            if (value == oldTime)
                return;

            _off.Time = value + Length;
            _on.Time = value;
            TimeChanged?.Invoke(this, new TimeChangedEventArgs(oldTime, value));
        }
    }

    public long Length
    {
        get => _off.Time - _on.Time;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            long oldLength = Length;
            if (value == oldLength)
                return;

            _off.Time = _on.Time + value;
            LengthChanged?.Invoke(this, new LengthChangedEventArgs(oldLength, value));
        }
    }

    public long EndTime => _off.Time;

    public SevenBitNumber NoteNumber
    {
        get => On.NoteNumber;
        set => On.NoteNumber = Off.NoteNumber = value;
    }

    public SevenBitNumber Velocity
    {
        get => On.Velocity;
        set => On.Velocity = value;
    }

    public SevenBitNumber OffVelocity
    {
        get => Off.Velocity;
        set => Off.Velocity = value;
    }

    public FourBitNumber Channel
    {
        get => On.Channel;
        set => On.Channel = Off.Channel = value;
    }

    public int Octave => NoteNumber / 12 - 1;

    internal TimedEvent TimedNoteOn => _on;

    internal TimedEvent TimedNoteOff => _off;

    private NoteEvent On => (NoteEvent)_on.Event;

    private NoteEvent Off => (NoteEvent)_off.Event;

    public TimedEvent GetTimedNoteOnEvent() => (TimedEvent)_on.Clone();

    public TimedEvent GetTimedNoteOffEvent() => (TimedEvent)_off.Clone();

    public SplitLengthedObject Split(long time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        if (time <= Time)
            return new SplitLengthedObject(null, (Note)Clone());
        if (time >= EndTime)
            return new SplitLengthedObject((Note)Clone(), null);

        var left = (Note)Clone();
        left.Length = time - Time;
        var right = (Note)Clone();
        right.Time = time;
        right.Length = EndTime - time;
        return new SplitLengthedObject(left, right);
    }

    public virtual ITimedObject Clone() => new Note(GetTimedNoteOnEvent(), GetTimedNoteOffEvent());

    public override string ToString() => $"{Names[NoteNumber % 12]}{Octave}";
}
