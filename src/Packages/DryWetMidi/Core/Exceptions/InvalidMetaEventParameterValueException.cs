using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class InvalidMetaEventParameterValueException : MidiException
{
    internal InvalidMetaEventParameterValueException(MidiEventType eventType, string propertyName, int value)
        : base($"{value} is an invalid value for {propertyName} of a meta event of type {eventType}.")
    {
    }
}
