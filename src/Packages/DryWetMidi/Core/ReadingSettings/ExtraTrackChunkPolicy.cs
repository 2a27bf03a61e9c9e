namespace Melanchall.DryWetMidi.Core;

public enum ExtraTrackChunkPolicy : byte
{
    Read = 0,
    Skip = 1,
}
