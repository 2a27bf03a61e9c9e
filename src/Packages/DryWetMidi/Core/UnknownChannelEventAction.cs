namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownChannelEventAction
{
    public static readonly UnknownChannelEventAction Abort = new(UnknownChannelEventInstruction.Abort, 0);

    private UnknownChannelEventAction(UnknownChannelEventInstruction instruction, int dataBytesToSkipCount)
    {
        Instruction = instruction;
        DataBytesToSkipCount = dataBytesToSkipCount;
    }

    public UnknownChannelEventInstruction Instruction { get; }

    public int DataBytesToSkipCount { get; }

    public static UnknownChannelEventAction SkipData(int dataBytesToSkipCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dataBytesToSkipCount);
        return new UnknownChannelEventAction(UnknownChannelEventInstruction.SkipData, dataBytesToSkipCount);
    }
}
