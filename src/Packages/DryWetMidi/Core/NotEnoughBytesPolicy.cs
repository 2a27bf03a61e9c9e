namespace Melanchall.DryWetMidi.Core;

public enum NotEnoughBytesPolicy
{
    Abort = 0,
    Ignore = 1,
}
