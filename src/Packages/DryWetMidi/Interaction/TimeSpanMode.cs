namespace Melanchall.DryWetMidi.Interaction;

public enum TimeSpanMode
{
    TimeTime = 0,
    TimeLength = 1,
    LengthLength = 2,
}
