namespace Melanchall.DryWetMidi.Core;

public enum NoHeaderChunkPolicy
{
    Abort = 0,
    Ignore = 1,
}
