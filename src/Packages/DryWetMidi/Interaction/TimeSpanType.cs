namespace Melanchall.DryWetMidi.Interaction;

public enum TimeSpanType
{
    Metric = 0,
    Musical = 1,
    BarBeatTicks = 2,
    BarBeatFraction = 3,
    Midi = 4,
}
