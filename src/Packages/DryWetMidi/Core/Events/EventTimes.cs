namespace Melanchall.DryWetMidi.Core;

internal static class EventTimes
{
    /// <summary>The events with their absolute times; a sum beyond a long stays at the largest long.</summary>
    public static IEnumerable<(long Time, MidiEvent Event)> WithTimes(this IEnumerable<MidiEvent> events)
    {
        long time = 0;
        foreach (MidiEvent midiEvent in events)
        {
            time += Math.Min(midiEvent.DeltaTime, long.MaxValue - time);
            yield return (time, midiEvent);
        }
    }
}
