using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

/// <summary>Pairs the Note On and Note Off events of one track, by channel and note number.</summary>
internal static class NotePairing
{
    /// <summary>The notes in the order of their starts, and every event that is part of no note.</summary>
    public static (List<Note> Notes, List<TimedEvent> Others) Split(IReadOnlyList<TimedEvent> timedEvents, NoteDetectionSettings settings)
    {
        settings ??= new NoteDetectionSettings();
        var sounding = new Dictionary<(FourBitNumber, SevenBitNumber), LinkedList<int>>();
        var notes = new Note[timedEvents.Count];
        var paired = new bool[timedEvents.Count];
        for (int i = 0; i < timedEvents.Count; i++)
        {
            if (timedEvents[i].Event is not NoteEvent noteEvent)
                continue;

            var key = (noteEvent.Channel, noteEvent.NoteNumber);
            if (!sounding.TryGetValue(key, out LinkedList<int> starts))
                sounding.Add(key, starts = new LinkedList<int>());

            if (noteEvent is NoteOnEvent)
            {
                starts.AddLast(i);
            }
            else if (starts.Count > 0)
            {
                int start = TakeStart(starts, settings.NoteStartDetectionPolicy);
                notes[start] = Create(timedEvents[start], timedEvents[i], settings);
                paired[start] = paired[i] = true;
            }
        }

        return (notes.Where(note => note != null).ToList(), timedEvents.Where((_, i) => !paired[i]).ToList());
    }

    private static int TakeStart(LinkedList<int> starts, NoteStartDetectionPolicy policy)
    {
        LinkedListNode<int> taken = policy == NoteStartDetectionPolicy.LastNoteOn ? starts.Last : starts.First;
        starts.Remove(taken);
        return taken.Value;
    }

    private static Note Create(TimedEvent on, TimedEvent off, NoteDetectionSettings settings) =>
        settings.Constructor?.Invoke(new NoteData(on, off)) ?? new Note(on, off);
}
