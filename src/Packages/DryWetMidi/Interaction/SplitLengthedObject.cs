namespace Melanchall.DryWetMidi.Interaction;

public sealed class SplitLengthedObject
{
    internal SplitLengthedObject(ILengthedObject leftPart, ILengthedObject rightPart)
    {
        LeftPart = leftPart;
        RightPart = rightPart;
    }

    public ILengthedObject LeftPart { get; }

    public ILengthedObject RightPart { get; }
}
