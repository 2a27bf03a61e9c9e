namespace Melanchall.DryWetMidi.Core;

public enum UnknownChannelEventPolicy
{
    Abort = 0,
    SkipStatusByte = 1,
    SkipStatusByteAndOneDataByte = 2,
    SkipStatusByteAndTwoDataBytes = 3,
    UseCallback = 4,
}
