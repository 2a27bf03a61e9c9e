using Melanchall.DryWetMidi.Core;

namespace ComposerPlugin.Music;

/// <summary>When the sustain pedal of each channel is down, in all tracks of a file, in ticks of the file.</summary>
internal sealed class SustainPedal
{
    private const int Channels = 16, Down = 64;

    // Times at which the pedal goes down, up, down, and so on.
    private readonly List<long>[] _changes = [.. Enumerable.Range(0, Channels).Select(_ => new List<long>())];

    /// <summary>Reads the pedals of a file.</summary>
    public SustainPedal(IEnumerable<TrackChunk> tracks)
    {
        var moves = new List<(long Time, int Channel, bool IsDown)>();
        foreach (var track in tracks)
        {
            long time = 0;
            foreach (var midiEvent in track.Events)
            {
                time += Math.Min(midiEvent.DeltaTime, long.MaxValue - time);
                if (midiEvent is ControlChangeEvent control && control.ControlNumber == MidiController.Sustain)
                    moves.Add((time, control.Channel, control.ControlValue >= Down));
            }
            End = Math.Max(End, time);
        }
        foreach (var (time, channel, isDown) in moves.OrderBy(move => move.Time))
        {
            // The number of changes so far says whether the pedal is down.
            if (isDown != (_changes[channel].Count % 2 == 1))
                _changes[channel].Add(time);
        }
    }

    /// <summary>The end of the last track.</summary>
    public long End { get; }

    /// <summary>
    /// The notes of a track with how long the pedal lengthens each: while it is down, until its pitch is struck again.
    /// </summary>
    /// <param name="notes">The notes, in ticks of the file.</param>
    public IEnumerable<MidiNote> Lengthen(IReadOnlyList<MidiNote> notes)
    {
        if (_changes.All(changes => changes.Count == 0))
            return notes;
        double[] next = new double[Channels * Pitch.Count];
        Array.Fill(next, double.PositiveInfinity);
        var lengthened = new MidiNote[notes.Count];
        MidiNote[] sorted = [.. notes.OrderBy(note => note.Onset)];
        for (int i = sorted.Length - 1; i >= 0; i--)
        {
            var note = sorted[i];
            ref double struck = ref next[(note.Channel * Pitch.Count) + note.Pitch.Number];
            double end = Math.Min(Release(note.Channel, note.End), Math.Max(struck, note.End));
            lengthened[i] = note with { Pedalled = end - note.End };
            struck = Math.Min(struck, note.Onset);
        }
        return lengthened;
    }

    // When a note of the channel that the key ends at a time stops to sound.
    private double Release(int channel, double time)
    {
        var changes = _changes[channel];
        int before = changes.BinarySearch((long)time);
        before = before >= 0 ? before + 1 : ~before;
        return before % 2 == 0 ? time : before < changes.Count ? changes[before] : Math.Max(End, time);
    }
}
