namespace Melanchall.DryWetMidi.Core;

public enum InvalidChunkSizePolicy : byte
{
    Abort = 0,
    Ignore = 1,
}
