namespace Melanchall.DryWetMidi.Interaction;

public enum NoteStartDetectionPolicy
{
    FirstNoteOn = 0,
    LastNoteOn = 1,
}
