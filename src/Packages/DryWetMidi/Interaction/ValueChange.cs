namespace Melanchall.DryWetMidi.Interaction;

public sealed class ValueChange<TValue> : ITimedObject
{
    private readonly long _time;

    internal ValueChange(long time, TValue value)
    {
        _time = time;
        Value = value;
    }

    public long Time
    {
        get => _time;
        set => throw new InvalidOperationException("The time of a value change cannot be set.");
    }

    public TValue Value { get; }

    public ITimedObject Clone() => new ValueChange<TValue>(Time, Value);

    public static bool operator ==(ValueChange<TValue> change1, ValueChange<TValue> change2) => Equals(change1, change2);

    public static bool operator !=(ValueChange<TValue> change1, ValueChange<TValue> change2) => !Equals(change1, change2);

    public override bool Equals(object obj) => obj is ValueChange<TValue> other && other.Time == Time && Equals(other.Value, Value);

    public override int GetHashCode() => HashCode.Combine(Time, Value);

    public override string ToString() => $"{Value} at {Time}";
}
