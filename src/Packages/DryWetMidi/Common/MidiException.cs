namespace Melanchall.DryWetMidi.Common;

public abstract class MidiException : Exception
{
    internal MidiException(string message)
        : base(message)
    {
    }
}
