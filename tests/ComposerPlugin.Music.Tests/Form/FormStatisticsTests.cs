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

        Assert.Equal(7, form.Endings.Draw(4, 0.5));
        Assert.Equal(PhraseEndings.Unknown, form.Endings.Draw(8, 0.5));
        Assert.Equal(0, form.Endings.Draw(3, 0.5));
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

    // Quarter notes.
    private static Phrase TuneOf(int[] pitches) => new(Meter.Common,
        pitches.Select((pitch, i) => new Note(i * Ticks.PerQuarter, Ticks.PerQuarter, new((byte)pitch), 90)));
}
