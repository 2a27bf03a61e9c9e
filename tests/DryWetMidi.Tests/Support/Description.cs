using System.Reflection;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Support;

/// <summary>The content of an event or a file as text; equal content has equal text.</summary>
internal static class Description
{
    public static string Of(MidiEvent midiEvent) => OfProperties(midiEvent);

    /// <summary>A line for the division, and a line for each event, with the number of its track.</summary>
    public static IEnumerable<string> Of(MidiFile file) => file.GetTrackChunks()
        .SelectMany((track, i) => track.Events.Select(midiEvent => $"{i} {Of(midiEvent)}"))
        .Prepend(OfProperties(file.TimeDivision));

    private static string OfProperties(object subject) =>
        $"{subject.GetType().Name} {string.Join(", ", subject.GetType().GetProperties().Select(property => Of(property, subject)))}";

    private static string Of(PropertyInfo property, object subject) => $"{property.Name} {Value(property.GetValue(subject))}";

    private static string? Value(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        SevenBitNumber number => ((byte)number).ToString(),
        FourBitNumber number => ((byte)number).ToString(),
        _ => value?.ToString(),
    };
}
