namespace Melanchall.DryWetMidi.Core;

public enum SilentNoteOnPolicy : byte
{
    NoteOff = 0,
    NoteOn = 1,
}
