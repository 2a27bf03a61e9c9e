using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A part of a song in one meter.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Start">Where it begins, in ticks.</param>
/// <param name="End">Where the next begins, in ticks.</param>
/// <param name="BarLine">A tick where a bar line is known to stand; none where it is yet to be found.</param>
internal sealed record Segment(Meter Meter, int Start, int End, int? BarLine)
{
    /// <summary>
    /// The passages of a song. A meter can change at a bar line only, so all but the first know one. The first does where a drum plays: who
    /// sequences with drums begins with a bar.
    /// </summary>
    public static IReadOnlyList<Segment> Of(MidiSong song)
    {
        var changes = new List<(int Tick, Meter Meter)>();
        foreach (var change in song.Meters)
        {
            int tick = (int)Math.Min(Ticks.Nearest(change.Tick), int.MaxValue / 2);
            if (changes.Count > 0 && changes[^1].Tick == tick)
                changes.RemoveAt(changes.Count - 1);
            if (changes.Count == 0 || changes[^1].Meter != change.Meter)
                changes.Add((tick, change.Meter));
        }
        // Score editors write a pickup as a bar of its own in a shorter meter: 1/4, then 3/4.
        bool pickup = changes.Count > 1 && changes[1].Tick < changes[1].Meter.BarTicks && changes[1].Tick <= changes[0].Meter.BarTicks;
        if (pickup)
            changes.RemoveAt(0);
        bool known = pickup || song.Tracks.Any(track => track.Notes.Any(note => note.Channel == Voice.DrumChannel));
        var passages = new List<Segment>();
        for (int i = 0; i < changes.Count; i++)
        {
            bool first = i == 0;
            int end = i + 1 < changes.Count ? changes[i + 1].Tick : int.MaxValue;
            passages.Add(new(changes[i].Meter, first ? 0 : changes[i].Tick, end, first && !known ? null : changes[i].Tick));
        }
        return passages;
    }
}
