namespace Melanchall.DryWetMidi.Interaction;

public interface ITimeSpan : IComparable
{
    ITimeSpan Add(ITimeSpan timeSpan, TimeSpanMode mode);

    ITimeSpan Subtract(ITimeSpan timeSpan, TimeSpanMode mode);

    ITimeSpan Multiply(double multiplier);

    ITimeSpan Divide(double divisor);

    ITimeSpan Clone();
}
