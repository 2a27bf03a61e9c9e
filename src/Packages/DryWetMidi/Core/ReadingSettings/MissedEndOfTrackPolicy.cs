namespace Melanchall.DryWetMidi.Core;

public enum MissedEndOfTrackPolicy : byte
{
    Ignore = 0,
    Abort = 1,
}
