using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class UnknownFileFormatException : MidiException
{
    internal UnknownFileFormatException(ushort fileFormat)
        : base($"The file declares the unknown format {fileFormat} (0, 1 and 2 are known).")
    {
    }
}
