using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class InvalidChannelEventParameterValueException : MidiException
{
    internal InvalidChannelEventParameterValueException(MidiEventType eventType, byte value)
        : base($"{value} is an invalid value for a parameter of a channel event of type {eventType} (0 to 127 is valid).")
    {
    }
}
