namespace Melanchall.DryWetMidi.Core;

public sealed class ProgramNameEvent : BaseTextEvent
{
    public ProgramNameEvent()
        : base(MidiEventType.ProgramName)
    {
    }

    public ProgramNameEvent(string programName)
        : base(MidiEventType.ProgramName, programName)
    {
    }

    public override string ToString() => $"Program Name ({Text})";
}
