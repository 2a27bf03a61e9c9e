namespace ComposerPlugin.Music;

/// <summary>Compares the bars of a melody.</summary>
public static class BarComparison
{
    // A single note has the rhythm of any other.
    private const int FewestNotesOfRhythm = 2;

    /// <summary>
    /// What a bar refers to: the closest of the bars at <see cref="BarReference.Distances"/>, of the opening of the phrase if it is not its
    /// rhythm alone, and of the bar at the distance of the bar before; of bars that are equally close that one, or else the first.
    /// </summary>
    /// <param name="memory">The melody.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="last">The reference of the bar before.</param>
    public static BarReference ReferenceOf(FormMemory memory, int bar, BarReference last)
    {
        var closest = BarReference.New;
        foreach (byte back in BarReference.Distances)
            Try(back, BarRelation.New, ref closest);
        int opening = bar - memory.OpeningBar;
        if (last.IsElsewhere)
            Try(last.Back, BarRelation.New, ref closest);
        if (opening > 0 && opening != last.Back && !BarReference.IsUsual(opening))
            Try(opening, BarRelation.Rhythm, ref closest);
        return closest;

        void Try(int back, BarRelation tooFar, ref BarReference best)
        {
            var relation = Relation(memory.NotesOf(bar), memory.NotesOf(bar - back), (long)back * memory.BarTicks);
            if (relation > tooFar
                && (relation > best.Relation || (relation == best.Relation && back == last.Back)))
            {
                best = new(back, relation);
            }
        }
    }

    /// <summary>How closely a bar follows another. Notes are in order of onset.</summary>
    /// <param name="bar">The notes of the bar.</param>
    /// <param name="earlier">The notes of the other.</param>
    /// <param name="distance">The ticks between the two bar lines.</param>
    public static BarRelation Relation(ReadOnlySpan<FormNote> bar, ReadOnlySpan<FormNote> earlier, long distance)
    {
        if (bar.IsEmpty || earlier.IsEmpty)
            return BarRelation.New;
        bool hasRhythm = bar.Length == earlier.Length;
        int same = 0, first = 0;
        for (int i = 0; i < bar.Length; i++)
        {
            hasRhythm = hasRhythm && bar[i].Onset == earlier[i].Onset + distance;
            while (first < earlier.Length && earlier[first].Onset + distance < bar[i].Onset)
                first++;
            for (int other = first; other < earlier.Length && earlier[other].Onset + distance == bar[i].Onset; other++)
                same += earlier[other].Pitch == bar[i].Pitch ? 1 : 0;
        }
        return hasRhythm && same == bar.Length ? BarRelation.Same
            : 2 * same >= Math.Max(bar.Length, earlier.Length) ? BarRelation.Varied
            : hasRhythm && bar.Length >= FewestNotesOfRhythm ? BarRelation.Rhythm
            : BarRelation.New;
    }

    /// <summary>
    /// The part of a bar in which it differs from another: from the first note that the other has not, or that is missing, to the first one
    /// after the last of them. The whole bar if they are equal.
    /// </summary>
    /// <param name="bar">The notes of the bar, by onset.</param>
    /// <param name="line">Its bar line.</param>
    /// <param name="earlier">The notes of the other, by onset.</param>
    /// <param name="distance">The ticks between the two bar lines.</param>
    /// <param name="barTicks">The ticks of a bar.</param>
    public static BarSpan Difference(
        ReadOnlySpan<FormNote> bar, long line, ReadOnlySpan<FormNote> earlier, long distance, int barTicks)
    {
        long first = long.MaxValue, last = -1, end = line + barTicks;
        foreach (ref readonly var note in bar)
            Mark(note.Onset, Stands(earlier, note, -distance));
        foreach (ref readonly var note in earlier)
            Mark(note.Onset + distance, Stands(bar, note, distance));
        if (last < 0)
            return BarSpan.All;
        foreach (ref readonly var note in bar)
            end = note.Onset > last ? Math.Min(end, note.Onset) : end;
        foreach (ref readonly var note in earlier)
            end = note.Onset + distance > last ? Math.Min(end, note.Onset + distance) : end;
        int begin = BarSpan.PartOf(first - line, barTicks);
        return new(begin, Math.Max(begin + 1, (int)((((end - line) * BarSpan.Parts) + barTicks - 1) / barTicks)));

        void Mark(long onset, bool isSame)
        {
            if (!isSame)
                (first, last) = (Math.Min(first, onset), Math.Max(last, onset));
        }
    }

    private static bool Stands(ReadOnlySpan<FormNote> notes, in FormNote note, long distance)
    {
        foreach (ref readonly var other in notes)
        {
            if (other.Onset == note.Onset + distance && other.Pitch == note.Pitch)
                return true;
        }
        return false;
    }
}
