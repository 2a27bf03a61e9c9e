namespace Melanchall.DryWetMidi.Interaction;

public sealed class MathTimeSpan : ITimeSpan
{
    internal MathTimeSpan(ITimeSpan timeSpan1, ITimeSpan timeSpan2, MathOperation operation, TimeSpanMode mode)
    {
        TimeSpan1 = timeSpan1;
        TimeSpan2 = timeSpan2;
        Operation = operation;
        Mode = mode;
    }

    public ITimeSpan TimeSpan1 { get; }

    public ITimeSpan TimeSpan2 { get; }

    public MathOperation Operation { get; }

    public TimeSpanMode Mode { get; }

    public ITimeSpan Add(ITimeSpan timeSpan, TimeSpanMode mode) => TimeSpanMath.Add(this, timeSpan, mode);

    public ITimeSpan Subtract(ITimeSpan timeSpan, TimeSpanMode mode) => TimeSpanMath.Subtract(this, timeSpan, mode);

    public ITimeSpan Multiply(double multiplier) =>
        new MathTimeSpan(TimeSpan1.Multiply(multiplier), TimeSpan2.Multiply(multiplier), Operation, Mode);

    public ITimeSpan Divide(double divisor) => new MathTimeSpan(TimeSpan1.Divide(divisor), TimeSpan2.Divide(divisor), Operation, Mode);

    public ITimeSpan Clone() => new MathTimeSpan(TimeSpan1.Clone(), TimeSpan2.Clone(), Operation, Mode);

    public int CompareTo(object other) =>
        throw new InvalidOperationException("Sums and differences of unlike time spans have no order; convert them first.");

    public static bool operator ==(MathTimeSpan timeSpan1, MathTimeSpan timeSpan2) => Equals(timeSpan1, timeSpan2);

    public static bool operator !=(MathTimeSpan timeSpan1, MathTimeSpan timeSpan2) => !Equals(timeSpan1, timeSpan2);

    public override bool Equals(object obj) =>
        obj is MathTimeSpan other && other.Operation == Operation && other.Mode == Mode
        && other.TimeSpan1.Equals(TimeSpan1) && other.TimeSpan2.Equals(TimeSpan2);

    public override int GetHashCode() => HashCode.Combine(TimeSpan1, TimeSpan2, Operation, Mode);

    public override string ToString() => $"({TimeSpan1} {(Operation == MathOperation.Add ? '+' : '-')} {TimeSpan2})";
}
