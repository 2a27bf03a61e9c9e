namespace Melanchall.DryWetMidi.Interaction;

public sealed class LengthChangedEventArgs : EventArgs
{
    internal LengthChangedEventArgs(long oldLength, long newLength)
    {
        OldLength = oldLength;
        NewLength = newLength;
    }

    public long OldLength { get; }

    public long NewLength { get; }
}
