using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Pairs the Note On and Note Off events of one track, by channel and note number.</summary>
internal static class NotePairing
{
    /// <summary>The notes in the order of their starts. Of equal notes that overlap, the first to start is the first to end.</summary>
    public static List<Note> Notes(IReadOnlyList<(long Time, MidiEvent Event)> timedEvents)
    {
        var sounding = new Dictionary<(FourBitNumber, SevenBitNumber), Queue<int>>();
        var notes = new Note[timedEvents.Count];
        for (int i = 0; i < timedEvents.Count; i++)
        {
            if (timedEvents[i].Event is not NoteEvent noteEvent)
                continue;

            var key = (noteEvent.Channel, noteEvent.NoteNumber);
            if (!sounding.TryGetValue(key, out Queue<int> starts))
                sounding.Add(key, starts = new Queue<int>());

            if (noteEvent is NoteOnEvent)
            {
                starts.Enqueue(i);
            }
            else if (starts.TryDequeue(out int start))
            {
                long time = timedEvents[start].Time;
                notes[start] = new Note((NoteEvent)timedEvents[start].Event, time, timedEvents[i].Time - time);
            }
        }

        return notes.Where(note => note != null).ToList();
    }
}
