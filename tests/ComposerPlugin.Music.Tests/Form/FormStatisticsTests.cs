namespace ComposerPlugin.Music.Tests;

public class FormStatisticsTests
{
    private static readonly int[] _a = [60, 62, 64, 65], _b = [67, 65, 64, 62], _c = [67, 69, 71, 72], _d = [64, 62, 59, 60];

    [Fact]
    public void References_are_the_letters_of_the_bars()
    {
        var memory = MemoryOf([.. _a, .. _b, .. _a, .. _c, .. _a, .. _b, 60, 62, 64, 67, .. _d]);

        Assert.Equal(["new", "1r", "2=", "2r", "2=", "4=", "4~", "4r"], References(memory, 8));
    }

    [Fact]
    public void Bar_goes_on_at_the_distance_of_the_bar_before()
    {
        // The last four bars are the first four. Two of them stood also four bars before.
        var memory = MemoryOf([.. _a, .. _b, .. _c, .. _d, .. _a, .. _c, .. _b, .. _d, .. _a, .. _b, .. _c, .. _d]);
        var references = References(memory, 12);

        Assert.Equal("4=", references[8]);
        Assert.Equal(["8=", "8=", "8="], references[9..]);
    }

    [Fact]
    public void Endings_are_the_degrees_on_which_phrases_rest()
    {
        var form = new FormStatistics();
        // Four bars of C major that rest on G, then four that end on C.
        form.Learn(TuneOf([.. _a, .. _b, .. _c, 67, 67, 67, 67, .. _a, .. _b, .. _c, 60, 60, 60, 60]));

        Assert.Equal(7, form.Endings.Draw(4, Scale.Chromatic, 0.5));
        Assert.Equal(PhraseEndings.Unknown, form.Endings.Draw(8, Scale.Chromatic, 0.5));
        Assert.Equal(0, form.Endings.Draw(PhraseEndings.Tune, Scale.Chromatic, 0.5));
    }

    [Fact]
    public void Opening_is_found_in_phrases_of_five_bars()
    {
        int[] e = [72, 74, 76, 77];
        var memory = MemoryOf([.. _a, .. _b, .. _c, .. _d, .. e, .. _a, .. _b, .. _c, .. e]);
        var references = References(memory, 9);

        Assert.Equal(["5=", "5=", "5="], references[5..8]);
        Assert.Equal("4=", references[8]);
    }

    [Fact]
    public void Endings_are_those_of_the_scale()
    {
        var endings = new PhraseEndings();
        endings.Learn(8, 3, 1000);
        endings.Learn(8, 4, 1);

        Assert.Equal(4, endings.Draw(8, Scale.OfKey(1), 0.5));
        Assert.Equal(3, endings.Draw(8, Scale.OfKey(13), 0.5));
        Assert.Equal(4, endings.Likeliest(8, Scale.OfKey(1)));
        Assert.Equal(3, endings.Likeliest(8, Scale.Chromatic));
        Assert.Equal(PhraseEndings.Unknown, endings.Likeliest(4, Scale.Chromatic));
    }

    [Theory]
    [InlineData(8, 4, 8)]
    [InlineData(16, 12, PhraseEndings.Tune)]
    [InlineData(20, 16, PhraseEndings.Tune)]
    [InlineData(7, 3, PhraseEndings.Tune)]
    public void Answer_of_four_lines_ends_as_a_tune(int place, int bars, int end) => Assert.Equal(end, PhraseEndings.EndOf(place, bars));

    [Fact]
    public void Lines_breathe_as_often_as_they_do_more_than_other_bars()
    {
        var form = new FormStatistics();
        // The fourth bar is a whole note; so is one of seven others.
        int[] rests = [Ticks.PerWhole];
        int[] bar = [24, 24, 24, 24];
        form.Learn(Rhythm([.. bar, .. bar, .. bar, .. rests, .. bar, .. rests, .. bar, .. bar, .. bar]));

        Assert.Equal([(PhraseBreaths.Within, 1, 6), (4, 1, 1), (8, 0, 1), (12, 0, 0), (16, 0, 0)], form.Breaths.Ends);
        Assert.Equal(1, form.Breaths.Probability(4));
        Assert.Equal(0, form.Breaths.Probability(8));

        form.Breaths.Learn(12, 7, 12);
        Assert.Equal(0.5, form.Breaths.Probability(12), 1e-9);
    }

    [Theory]
    // A note that is another, at the end, at the beginning and in the middle.
    [InlineData(new[] { 60, 62, 64, 67 }, 6, 8)]
    [InlineData(new[] { 59, 62, 64, 65 }, 0, 2)]
    [InlineData(new[] { 60, 60, 65, 65 }, 2, 6)]
    // A note that is missing.
    [InlineData(new[] { 60, 62, 64 }, 6, 8)]
    public void Variation_is_the_part_in_which_a_bar_differs(int[] varied, int first, int end)
    {
        var memory = MemoryOf([.. _a, .. _b, .. _c, .. _d, .. varied]);

        Assert.Equal(new BarSpan(first, end), BarComparison.Difference(
            memory.NotesOf(4), memory.LineOf(4), memory.NotesOf(0), 4L * memory.BarTicks, memory.BarTicks));
    }

    [Fact]
    public void Variations_are_drawn_as_often_as_they_were_learned()
    {
        var form = new FormStatistics();
        Assert.Equal(BarSpan.All, form.Variations.Draw(0.5));
        // The fifth bar varies the first.
        form.Learn(TuneOf([.. _a, .. _b, .. _c, .. _d, 60, 62, 64, 67]));
        form.Variations.Learn(new(0, 4), 3);

        Assert.Equal([(new BarSpan(0, 4), 3), (new BarSpan(6, 8), 1)], form.Variations.Spans);
        Assert.Equal(new BarSpan(0, 4), form.Variations.Draw(0.74));
        Assert.Equal(new BarSpan(6, 8), form.Variations.Draw(0.76));
    }

    [Fact]
    public void Empty_tune_teaches_nothing()
    {
        var form = new FormStatistics();
        form.Learn(new(Meter.Common, []));

        Assert.Empty(form.Bars.Contexts(1));
    }

    private static List<string> References(FormMemory memory, int bars)
    {
        var (all, last) = (new List<string>(), BarReference.New);
        for (int bar = 0; bar < bars; bar++)
            all.Add($"{last = BarComparison.ReferenceOf(memory, bar, last)}");
        return all;
    }

    private static FormMemory MemoryOf(int[] pitches)
    {
        var memory = new FormMemory(64);
        memory.Start(new(Meter.Common, 0));
        for (int i = 0; i < pitches.Length; i++)
            memory.Remember(i * Ticks.PerQuarter, pitches[i], Vocabulary.DurationClass(Ticks.PerQuarter), 1);
        return memory;
    }

    private static Phrase Rhythm(int[] durations)
    {
        int onset = 0;
        return new(Meter.Common, durations.Select((duration, i) =>
            new Note((onset += duration) - duration, duration, new((byte)(60 + (i % 5))), 90)));
    }

    // Quarter notes.
    private static Phrase TuneOf(int[] pitches) => new(Meter.Common,
        pitches.Select((pitch, i) => new Note(i * Ticks.PerQuarter, Ticks.PerQuarter, new((byte)pitch), 90)));
}
