using System.Text;

namespace Melanchall.DryWetMidi.Core;

public class WritingSettings
{
    public bool UseRunningStatus { get; set; }

    public bool NoteOffAsSilentNoteOn { get; set; }

    public bool DeleteDefaultTimeSignature { get; set; }

    public bool DeleteDefaultKeySignature { get; set; }

    public bool DeleteDefaultSetTempo { get; set; }

    public bool DeleteUnknownMetaEvents { get; set; }

    public bool DeleteUnknownChunks { get; set; }

    public bool WriteHeaderChunk { get; set; } = true;

    public Encoding TextEncoding { get; set; } = SmfConstants.DefaultTextEncoding;
}
