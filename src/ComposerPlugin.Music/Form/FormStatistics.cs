namespace ComposerPlugin.Music;

/// <summary>The form of a kind of music, as counted in its tunes.</summary>
/// <param name="Bars">How its bars refer to earlier ones.</param>
/// <param name="Variations">Where its bars differ from those that they vary.</param>
/// <param name="Endings">On which degrees its phrases end.</param>
/// <param name="Breaths">How often its lines end with a breath.</param>
/// <param name="Sections">How its sections return.</param>
/// <param name="Tunes">The forms of single tunes.</param>
/// <param name="Approaches">On which degrees its rests are approached.</param>
/// <param name="Keys">How much it uses the degrees of its keys.</param>
public sealed record FormStatistics(
    BarChain Bars, BarVariations Variations, PhraseEndings Endings, PhraseBreaths Breaths, SectionForms Sections, TuneForms Tunes,
    CadenceApproaches Approaches, KeyProfiles Keys)
{
    /// <summary>Without tunes.</summary>
    public FormStatistics()
        : this(new(), new(), new(), new(), new(), new(), new(), new())
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
        foreach (var note in tune)
            memory.Remember(note.Onset, note.Pitch.Number, Vocabulary.DurationClass(note.Duration), key: 0);
        var (last, before) = (BarReference.New, BarReference.New);
        int end = memory.BarOf(tune[^1].Onset), breath = BarRest.BreathTicks(tune.Meter);
        int key = KeyProfiles.KeyOf(memory, end + 1);
        var (bars, lines) = (new List<BarReference>(), new List<LineForm>());
        for (int bar = memory.OpeningBar; bar <= end; bar++)
        {
            var reference = BarComparison.ReferenceOf(memory, bar, last);
            int place = memory.PlaceOfBar(bar);
            Bars.Learn(place, last, before, reference);
            if (reference.Relation == BarRelation.Varied)
                Variations.Learn(Difference(memory, bar, reference.Back));
            (last, before) = (reference, last);
            bars.Add(reference);
            bool ends = PhraseEndings.EndsPhrase(place);
            if (bar == end || ends)
                LearnEnd(memory, bar, key, bar == end ? PhraseEndings.Tune : PhraseEndings.BarsAt(place));
            // A bar without a note is long.
            long next = memory.HasNotesIn(bar + 1) ? memory.NotesOf(bar + 1)[0].Onset : memory.LineOf(bar + 2);
            if (bars.Count == (lines.Count + 1) * PhraseEndings.PhraseBars)
                lines.Add(LineForm.Of(memory, memory.OpeningBar, lines.Count, key, next));
            if (bar < end && memory.HasNotesIn(bar))
            {
                bool breathes = BarRest.Breathes(memory.NotesOf(bar), next, breath);
                Breaths.Learn(ends ? PhraseEndings.BarsAt(place) : PhraseBreaths.Within, breathes ? 1 : 0, 1);
            }
        }
        Sections.Learn(memory, end);
        Keys.Learn(memory, end + 1, key, tune[^1].Pitch.Number);
        int known = Math.Min(bars.Count, TuneForm.MostBars);
        if (known >= TuneForm.FewestBars)
            Tunes.Learn(new(bars.ToArray().AsSpan(0, known), lines.ToArray().AsSpan(0, known / PhraseEndings.PhraseBars)));
    }

    private static BarSpan Difference(FormMemory memory, int bar, int back) => BarComparison.Difference(
        memory.NotesOf(bar), memory.LineOf(bar), memory.NotesOf(bar - back), (long)back * memory.BarTicks, memory.BarTicks);

    private void LearnEnd(FormMemory memory, int bar, int key, int bars)
    {
        if (key == 0 || !BarRest.TryFind(memory.NotesOf(bar), out var rest))
            return;
        int tonic = KeyTracker.TonicOf(key), degree = PhraseEndings.DegreeOf(rest.Pitch, tonic);
        Endings.Learn(bars, degree);
        if (Vocabulary.DurationTicks(rest.Duration) < memory.Meter.BeatTicks)
            return;
        for (int from = bar - 1; from <= bar; from++)
        {
            foreach (ref readonly var note in memory.NotesOf(from))
            {
                long ticks = rest.Onset - note.Onset;
                if (ticks > 0 && ticks <= memory.BarTicks)
                    Approaches.Learn(degree, CadenceApproaches.PartsOf(ticks, memory.BarTicks), PhraseEndings.DegreeOf(note.Pitch, tonic));
            }
        }
    }
}
