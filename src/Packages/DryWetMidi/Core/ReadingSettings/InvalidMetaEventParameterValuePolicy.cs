namespace Melanchall.DryWetMidi.Core;

public enum InvalidMetaEventParameterValuePolicy
{
    Abort = 0,
    SnapToLimits = 1,
}
