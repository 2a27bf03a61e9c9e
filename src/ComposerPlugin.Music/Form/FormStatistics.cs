namespace ComposerPlugin.Music;

/// <summary>The form of a kind of music, as counted in its tunes.</summary>
/// <param name="Bars">How its bars refer to earlier ones.</param>
/// <param name="Endings">On which degrees its phrases end.</param>
/// <param name="Sections">How its sections return.</param>
public sealed record FormStatistics(BarChain Bars, PhraseEndings Endings, SectionForms Sections)
{
    /// <summary>Without tunes.</summary>
    public FormStatistics()
        : this(new(), new(), new())
    {
    }

    /// <summary>Counts a tune. Not for the audio thread: it allocates.</summary>
    /// <param name="tune">The tune.</param>
    public void Learn(Phrase tune)
    {
        if (tune.Count == 0)
            return;
        var memory = new FormMemory(Math.Max(2, tune.Count));
        memory.Start(new(tune.Meter, 0));
        var key = new KeyTracker();
        foreach (var note in tune)
        {
            memory.Remember(note.Onset, note.Pitch.Number, Vocabulary.DurationClass(note.Duration), key.Key);
            key.Hear(note.Pitch.Number, note.Duration);
        }
        var (last, before) = (BarReference.New, BarReference.New);
        int end = memory.BarOf(tune[^1].Onset);
        for (int bar = memory.OpeningBar; bar <= end; bar++)
        {
            var reference = BarComparison.ReferenceOf(memory, bar, last);
            int place = memory.PlaceOfBar(bar);
            Bars.Learn(place, last, before, reference);
            (last, before) = (reference, last);
            if (bar == end || PhraseEndings.EndsPhrase(place))
                LearnEnd(memory.NotesOf(bar), key.Key, bar == end ? 0 : PhraseEndings.BarsAt(place));
        }
        Sections.Learn(memory, end);
    }

    // A bar rests on its longest note, the last of those.
    private void LearnEnd(ReadOnlySpan<FormNote> bar, int key, int bars)
    {
        if (bar.IsEmpty || key == 0)
            return;
        var rest = bar[0];
        foreach (ref readonly var note in bar)
        {
            if (note.Duration >= rest.Duration)
                rest = note;
        }
        Endings.Learn(bars, (rest.Pitch + PhraseEndings.Degrees - KeyTracker.TonicOf(key)) % PhraseEndings.Degrees);
    }
}
