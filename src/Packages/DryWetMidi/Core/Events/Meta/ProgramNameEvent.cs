namespace Melanchall.DryWetMidi.Core;

public sealed class ProgramNameEvent : BaseTextEvent
{
    public ProgramNameEvent()
        : base(MidiEventType.ProgramName)
    {
    }
}
