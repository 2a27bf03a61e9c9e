namespace Melanchall.DryWetMidi.Interaction;

public sealed class NoteData
{
    internal NoteData(TimedEvent timedNoteOnEvent, TimedEvent timedNoteOffEvent)
    {
        TimedNoteOnEvent = timedNoteOnEvent;
        TimedNoteOffEvent = timedNoteOffEvent;
    }

    public TimedEvent TimedNoteOnEvent { get; }

    public TimedEvent TimedNoteOffEvent { get; }
}
