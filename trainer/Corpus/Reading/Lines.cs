using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Makes lines of notes out of voices on the grid, and mends overlaps.</summary>
internal static class Lines
{
    /// <summary>The highest note of each onset, in the order of music.</summary>
    public static List<Note> Highest(IEnumerable<Note> notes) =>
        [.. notes.GroupBy(note => note.Onset).OrderBy(chord => chord.Key).Select(chord => chord.Max())];

    /// <summary>The lines of a voice from the highest down: the first has the highest note of each onset, the second the next highest, and so on.</summary>
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

    /// <summary>Ends notes where the next begins.</summary>
    /// <returns>How many.</returns>
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

    /// <summary>Sorts notes, ends those that still sound when their own pitch begins again, and of a pitch that begins twice at once keeps the longest.</summary>
    /// <returns>How many were ended or left out.</returns>
    public static int EndAtRepeat(List<Note> notes)
    {
        notes.Sort();
        var mended = new List<Note>(notes.Count);
        int[] last = new int[Pitch.Count];
        Array.Fill(last, -1);
        int count = 0;
        foreach (var note in notes)
        {
            ref int before = ref last[note.Pitch.Number];
            if (before >= 0 && mended[before].Onset == note.Onset)
            {
                mended[before] = note;
                count++;
                continue;
            }
            if (before >= 0 && mended[before].End > note.Onset)
            {
                mended[before] = mended[before] with { Duration = note.Onset - mended[before].Onset };
                count++;
            }
            before = mended.Count;
            mended.Add(note);
        }
        notes.Clear();
        notes.AddRange(mended);
        return count;
    }
}
