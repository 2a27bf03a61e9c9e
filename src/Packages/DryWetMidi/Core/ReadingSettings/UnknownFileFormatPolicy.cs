namespace Melanchall.DryWetMidi.Core;

public enum UnknownFileFormatPolicy
{
    Ignore = 0,
    Abort = 1,
}
