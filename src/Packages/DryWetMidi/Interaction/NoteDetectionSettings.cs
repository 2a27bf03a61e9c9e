using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Interaction;

public sealed class NoteDetectionSettings
{
    private NoteStartDetectionPolicy _noteStartDetectionPolicy;

    public NoteStartDetectionPolicy NoteStartDetectionPolicy
    {
        get => _noteStartDetectionPolicy;
        set => _noteStartDetectionPolicy = Check.Defined(value);
    }

    public Func<NoteData, Note> Constructor { get; set; }
}
