using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class MissedEndOfTrackEventException : MidiException
{
    internal MissedEndOfTrackEventException()
        : base("The track chunk does not end with an End Of Track event.")
    {
    }
}
