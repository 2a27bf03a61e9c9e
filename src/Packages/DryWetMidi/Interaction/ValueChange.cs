namespace Melanchall.DryWetMidi.Interaction;

public sealed class ValueChange<TValue>
{
    internal ValueChange(long time, TValue value)
    {
        Time = time;
        Value = value;
    }

    public long Time { get; }

    public TValue Value { get; }
}
