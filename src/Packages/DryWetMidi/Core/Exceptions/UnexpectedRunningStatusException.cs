using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class UnexpectedRunningStatusException : MidiException
{
    internal UnexpectedRunningStatusException()
        : base("A data byte stands where a status byte is required: no channel event precedes it in the track.")
    {
    }
}
