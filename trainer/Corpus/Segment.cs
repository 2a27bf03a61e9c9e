using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A part of a song in one meter.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Start">Its start, in ticks.</param>
/// <param name="End">The start of the next segment, in ticks.</param>
/// <param name="BarLine">The tick of a known bar line; null if the bar lines must be found.</param>
internal sealed record Segment(Meter Meter, int Start, int End, int? BarLine)
{
    /// <summary>
    /// The segments of a song. A meter changes only at a bar line, so the bar lines of all but the first segment are known. Those of the
    /// first are known if the song has drums: sequences with drums begin at a bar line.
    /// </summary>
    /// <param name="song">The song.</param>
    /// <param name="hasDrums">Whether it has a drum part.</param>
    public static IReadOnlyList<Segment> FromSong(MidiSong song, bool hasDrums)
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
        // Notation programs write a pickup as a bar in a shorter meter: 1/4, then 3/4.
        bool pickup = changes.Count > 1 && changes[1].Tick < changes[1].Meter.BarTicks && changes[1].Tick <= changes[0].Meter.BarTicks;
        if (pickup)
            changes.RemoveAt(0);
        bool known = pickup || hasDrums;
        var segments = new List<Segment>();
        for (int i = 0; i < changes.Count; i++)
        {
            bool first = i == 0;
            int end = i + 1 < changes.Count ? changes[i + 1].Tick : int.MaxValue;
            segments.Add(new(changes[i].Meter, first ? 0 : changes[i].Tick, end, first && !known ? null : changes[i].Tick));
        }
        return segments;
    }
}
