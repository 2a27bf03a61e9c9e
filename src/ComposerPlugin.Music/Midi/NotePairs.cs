using Melanchall.DryWetMidi.Core;

namespace ComposerPlugin.Music;

/// <summary>
/// Pairs the note-ons and note-offs of a track. A note-on ends the note of its pitch and channel that still sounds, as a synthesizer plays
/// it, and what is open at the end of the track ends there. The library pairs the first note-on with the first note-off instead: after one
/// lost note-off, each later note of the pitch would end with the next one.
/// </summary>
internal sealed class NotePairs
{
    private const int Channels = 16;

    private readonly List<Strike>?[] _strikes = new List<Strike>?[Channels * Pitch.Count];
    private readonly byte[] _programs = new byte[Channels];
    private readonly byte[] _banks = new byte[Channels];
    private readonly List<MidiNote> _notes = [];
    private long _time;

    /// <summary>Note-ons without a note-off of their own.</summary>
    public int Endless { get; private set; }

    /// <summary>Reads the notes of a track, in ticks of the file.</summary>
    /// <param name="events">The events, in their order.</param>
    public IReadOnlyList<MidiNote> Read(IEnumerable<MidiEvent> events)
    {
        foreach (var midiEvent in events)
        {
            _time += Math.Min(midiEvent.DeltaTime, long.MaxValue - _time);
            switch (midiEvent)
            {
                case NoteOnEvent { Velocity: var velocity } on when velocity > 0:
                    Begin(on);
                    break;
                case NoteEvent off:
                    _strikes[(off.Channel * Pitch.Count) + off.NoteNumber]?[^1].Ends.Add(_time);
                    break;
                case ProgramChangeEvent change:
                    _programs[change.Channel] = change.ProgramNumber;
                    break;
                case ControlChangeEvent control:
                    Control(control);
                    break;
            }
        }
        foreach (var strikes in _strikes)
        {
            if (strikes is not null)
                Pair(strikes);
        }
        return _notes;
    }

    private void Begin(NoteOnEvent on)
    {
        var note = new MidiNote(_time, 0, new(on.NoteNumber), on.Velocity, on.Channel)
        {
            Program = _programs[on.Channel],
            Bank = _banks[on.Channel],
        };
        var strikes = _strikes[(on.Channel * Pitch.Count) + on.NoteNumber] ??= [];
        // Equal notes that begin together are one strike, unless the first has ended: it has no length then.
        if (strikes.Count > 0 && strikes[^1].Time == _time && strikes[^1].Ends.Count == 0)
            strikes[^1].Notes.Add(note);
        else
            strikes.Add(new(_time, [note], []));
    }

    private void Control(ControlChangeEvent control)
    {
        int number = control.ControlNumber, channel = control.Channel;
        if (number == MidiController.Bank)
            _banks[channel] = control.ControlValue;
        if (number is not (MidiController.AllSoundOff or MidiController.AllNotesOff))
            return;
        foreach (var strikes in _strikes.AsSpan(channel * Pitch.Count, Pitch.Count))
        {
            if (strikes is not null && strikes[^1].Ends.Count == 0)
                strikes[^1].Ends.AddRange(Enumerable.Repeat(_time, strikes[^1].Notes.Count));
        }
    }

    private void Pair(List<Strike> strikes)
    {
        // Earlier notes of the pitch whose note-offs have not come yet: they are overlapped, or their note-offs are lost.
        int open = 0;
        for (int i = 0; i < strikes.Count; i++)
        {
            var (time, notes, ends) = strikes[i];
            // A note-off at the time of the note-on, behind it, belongs to a note that sounded before.
            int before = Math.Min(open, ends.TakeWhile(end => end == time).Count());
            open -= before;
            Endless -= before;
            int left = ends.Count - before;
            if (left == 0)
            {
                long end = i + 1 < strikes.Count ? strikes[i + 1].Time : _time;
                AddAll(notes, end);
                Endless += notes.Count;
                open += notes.Count;
                continue;
            }
            // With enough note-offs, notes overlapped and the first ones belong to the earlier notes.
            int overlapped = Math.Clamp(left - notes.Count, 0, open);
            for (int k = 0; k < notes.Count; k++)
                Add(notes[k], ends[before + Math.Min(overlapped + k, left - 1)]);
            Endless += Math.Max(0, notes.Count - left) - overlapped;
            open = 0;
        }
    }

    private void AddAll(List<MidiNote> notes, long end)
    {
        foreach (var note in notes)
            Add(note, end);
    }

    private void Add(MidiNote note, long end) => _notes.Add(note with { Duration = end - note.Onset });

    // Note-ons of one pitch and time, and the note-offs before the next.
    private readonly record struct Strike(long Time, List<MidiNote> Notes, List<long> Ends);
}
