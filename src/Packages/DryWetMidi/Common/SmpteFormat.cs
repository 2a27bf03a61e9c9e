namespace Melanchall.DryWetMidi.Common;

public enum SmpteFormat : byte
{
    TwentyFour = 24,
    TwentyFive = 25,
    ThirtyDrop = 29,
    Thirty = 30,
}
