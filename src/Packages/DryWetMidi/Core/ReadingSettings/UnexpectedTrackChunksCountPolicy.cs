namespace Melanchall.DryWetMidi.Core;

public enum UnexpectedTrackChunksCountPolicy
{
    Ignore = 0,
    Abort = 1,
}
