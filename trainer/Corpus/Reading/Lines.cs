using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Extracts monophonic lines from quantised voices, and shortens overlapping notes.</summary>
internal static class Lines
{
    /// <summary>The highest note of each onset, sorted.</summary>
    public static List<Note> Highest(IEnumerable<Note> notes) =>
        [.. notes.GroupBy(note => note.Onset).OrderBy(chord => chord.Key).Select(chord => chord.Max())];

    /// <summary>
    /// The lines of a voice from the highest down: the first has the highest note of each onset, the second the next highest, and so on.
    /// </summary>
    public static IEnumerable<List<Note>> Split(IEnumerable<Note> notes)
    {
        var lines = new List<List<Note>>();
        foreach (var chord in notes.GroupBy(note => note.Onset).OrderBy(chord => chord.Key))
        {
            int line = 0;
            foreach (var note in chord.OrderDescending())
            {
                if (line == lines.Count)
                    lines.Add([]);
                lines[line++].Add(note);
            }
        }
        return lines;
    }

    /// <summary>Ends each note at the onset of the next. Notes are sorted and have different onsets.</summary>
    /// <returns>The number of shortened notes.</returns>
    public static int EndAtNext(List<Note> notes)
    {
        int shortened = 0;
        for (int i = 0; i + 1 < notes.Count; i++)
        {
            if (notes[i].End <= notes[i + 1].Onset)
                continue;
            notes[i] = notes[i] with { Duration = notes[i + 1].Onset - notes[i].Onset };
            shortened++;
        }
        return shortened;
    }

    /// <summary>
    /// Sorts notes and ends each where its pitch begins again; of notes with equal onset and pitch the longest is kept.
    /// </summary>
    /// <returns>The number of notes shortened or removed.</returns>
    public static int EndAtRepeat(List<Note> notes)
    {
        notes.Sort();
        var merged = new List<Note>(notes.Count);
        int[] last = new int[Pitch.Count];
        Array.Fill(last, -1);
        int count = 0;
        foreach (var note in notes)
        {
            ref int before = ref last[note.Pitch.Number];
            if (before >= 0 && merged[before].Onset == note.Onset)
            {
                merged[before] = note;
                count++;
                continue;
            }
            if (before >= 0 && merged[before].End > note.Onset)
            {
                merged[before] = merged[before] with { Duration = note.Onset - merged[before].Onset };
                count++;
            }
            before = merged.Count;
            merged.Add(note);
        }
        notes.Clear();
        notes.AddRange(merged);
        return count;
    }
}
