namespace Melanchall.DryWetMidi.Core;

public enum UnknownChunkIdPolicy : byte
{
    ReadAsUnknownChunk = 0,
    Skip = 1,
    Abort = 2,
}
