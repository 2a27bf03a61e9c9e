namespace Melanchall.DryWetMidi.Core;

public enum InvalidChannelEventParameterValuePolicy : byte
{
    Abort = 0,
    ReadValid = 1,
    SnapToLimits = 2,
}
