namespace ComposerPlugin.Music;

/// <summary>
/// Whether notes are a drum part: by what the file says (GS, XG, bank, program, name), else by how they look. Channel 10 alone does not
/// decide: MPE and some sequencers use it for melodies too.
/// </summary>
public static class DrumParts
{
    /// <summary>The drum channel of General MIDI, from 0.</summary>
    public const int Channel = 9;

    // The rhythm banks of General MIDI 2 and XG. In GS, 127 is the sounds of the MT-32.
    private const int RhythmBank = 120, XgRhythmBank = 127;

    // General MIDI: woodblock, taiko drum, melodic tom, synth drum, reverse cymbal.
    private const int FirstPercussion = 115, LastPercussion = 119;

    // The pitches of kick, snare, hi-hats, crash and ride in General MIDI.
    private const ulong Kit = 1UL << 35 | 1UL << 36 | 1UL << 38 | 1UL << 40 | 1UL << 42 | 1UL << 44 | 1UL << 46 | 1UL << 49 | 1UL << 51;

    private static readonly string[] _names = ["drum", "percus", "schlagzeug", "batter", "batería"];

    /// <summary>Whether a channel of a track is a drum part for certain, whatever its notes.</summary>
    internal static bool IsCertain(IReadOnlyList<MidiNote> notes, string track, RhythmParts rhythm)
    {
        if (rhythm[notes[0].Channel] is { } told)
            return told;
        if (notes.All(note => note.Bank == RhythmBank))
            return true;
        if (notes.All(note => note.Program is >= FirstPercussion and <= LastPercussion) && !IsMelody(notes))
            return true;
        if (notes.All(note => note.Bank == XgRhythmBank) && KitShare(notes) > 0.5)
            return true;
        return _names.Any(name => track.Contains(name, StringComparison.OrdinalIgnoreCase)) && notes[0].Program == 0
            && KitShare(notes) > 0.5;
    }

    /// <summary>Whether a voice is a drum part by its channel and its notes.</summary>
    internal static bool IsLikely(IReadOnlyList<MidiNote> notes, RhythmParts rhythm)
    {
        if (notes.Any(note => note.Channel != Channel))
            return false;
        return rhythm[Channel] ?? !IsMelody(notes);
    }

    /// <summary>The share of notes at the pitches of kick, snare, hi-hats and cymbals.</summary>
    internal static double KitShare(IReadOnlyList<MidiNote> notes) =>
        (double)notes.Count(note => note.Pitch.Number < 64 && (Kit >> note.Pitch.Number & 1) != 0) / notes.Count;

    // One note at a time, mostly in steps and small leaps, in a scale.
    private static bool IsMelody(IReadOnlyList<MidiNote> notes)
    {
        const int fewestNotes = 8, fewestPitches = 5, largestMeanStep = 5;
        if (notes.Count < fewestNotes || notes.Select(note => note.Pitch).Distinct().Count() < fewestPitches || KitShare(notes) > 0.5)
            return false;
        int together = 0, repeated = 0;
        double steps = 0;
        Span<int> classes = stackalloc int[12];
        classes.Clear();
        classes[notes[0].Pitch.Class]++;
        for (int i = 1; i < notes.Count; i++)
        {
            together += notes[i].Onset - notes[i - 1].Onset < 0.5 ? 1 : 0;
            int step = Math.Abs(notes[i].Pitch.Number - notes[i - 1].Pitch.Number);
            repeated += step == 0 ? 1 : 0;
            steps += step;
            classes[notes[i].Pitch.Class]++;
        }
        return together <= 0.1 * notes.Count && repeated <= 0.5 * notes.Count && steps <= largestMeanStep * (notes.Count - 1)
            && InScale(classes) >= 0.85 * notes.Count;
    }

    // The most notes in one major scale.
    private static int InScale(ReadOnlySpan<int> classes)
    {
        int most = 0;
        for (int tonic = 0; tonic < 12; tonic++)
        {
            int count = 0;
            foreach (int degree in (ReadOnlySpan<int>)[0, 2, 4, 5, 7, 9, 11])
                count += classes[(tonic + degree) % 12];
            most = Math.Max(most, count);
        }
        return most;
    }
}
