namespace Melanchall.DryWetMidi.Core;

public enum UnknownChannelEventInstruction
{
    Abort = 0,
    SkipData = 1,
}
