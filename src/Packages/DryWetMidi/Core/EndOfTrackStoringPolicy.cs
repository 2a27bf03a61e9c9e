namespace Melanchall.DryWetMidi.Core;

public enum EndOfTrackStoringPolicy
{
    Omit = 0,
    Store = 1,
}
