namespace Melanchall.DryWetMidi.Core;

public enum ZeroLengthDataPolicy
{
    ReadAsEmptyObject = 0,
    ReadAsNull = 1,
}
