namespace ComposerPlugin.Music.Tests;

public class MotifChainTests
{
    public static TheoryData<int> Chains => [.. Enumerable.Range(0, MotifChain.All.Count)];

    [Fact]
    public void Chains_of_an_attribute_are_adjacent_in_the_order_of_the_predictions()
    {
        foreach (var attribute in Enum.GetValues<NoteAttribute>())
        {
            int first = MotifChain.First(attribute), count = MotifPredictor.Chains(attribute);
            Assert.Equal(MotifChain.All.Skip(first).Take(count), MotifChain.Of(attribute));
        }
        Assert.Equal(12, MotifChain.All.Count);
    }

    [Fact]
    public void Intervals_are_read_back_to_the_beginning()
    {
        var (memory, chain) = (Memory([60, 62, 65]), Named(NoteAttribute.Pitch, "intervals"));
        Assert.Equal(3, chain.Element(memory, 3, 1));
        Assert.Equal(2, chain.Element(memory, 3, 2));
        Assert.Equal(chain.Element(memory, 1, 1), chain.Element(memory, 3, 3));    // no interval before the first note
        Assert.NotEqual(MotifChain.None, chain.Element(memory, 3, 4));    // the beginning itself
        Assert.Equal(MotifChain.None, chain.Element(memory, 3, 5));
        Assert.Equal(MotifChain.None, chain.Element(memory, 3, chain.Orders + 1));
        Assert.Equal([-7, 2, 3], Enumerable.Range(0, 3).Select(note => chain.Symbol(memory, note)));    // the first is counted from 67
    }

    [Fact]
    public void Pitches_are_read_transposed()
    {
        var (memory, chain) = (Memory([60, 62, 65]), Named(NoteAttribute.Pitch, "pitches"));
        Assert.Equal(65, chain.Element(memory, 3, 1));
        Assert.Equal(62 - 4, chain.Element(memory, 3, 2, -4));
        Assert.Equal(65 + 5, chain.Symbol(memory, 2, 5));
        Assert.Equal(-1, chain.Element(memory, 3, 4, 5));    // the beginning is not a pitch
    }

    [Fact]
    public void Timing_is_stored_as_a_rest_that_fits_after_notes_of_any_length()
    {
        var chain = Named(NoteAttribute.Timing, "durations");
        var memory = new MotifMemory();
        memory.Remember(new(0, 0, 0, 60, 23, 0, 0, 3));
        memory.Remember(new(36, 12, 36, 62, 11, 24, 0, 3));
        memory.Remember(new(0, -12, 36, 65, 11, 48, 0, 3));
        Assert.Equal(12, chain.Symbol(memory, 1));
        int together = chain.Symbol(memory, 2);

        Assert.Equal(24, chain.ClassOf(memory, 12, restAtZeroIoi: -12));
        Assert.Equal(0, chain.ClassOf(memory, together, restAtZeroIoi: -12));
        Assert.Equal(-1, chain.ClassOf(memory, together, restAtZeroIoi: 12));    // the last note has ended
        Assert.Equal(-1, chain.ClassOf(memory, 12, restAtZeroIoi: 12));    // that is not an IOI
        Assert.Equal(Vocabulary.ExactTicks, chain.ClassOf(memory, Vocabulary.ExactTicks - 12, restAtZeroIoi: -12));
        Assert.Equal(Vocabulary.Wait, chain.ClassOf(memory, Vocabulary.ExactTicks - 11, restAtZeroIoi: -12));
    }

    [Fact]
    public void Interval_means_a_pitch_from_the_last_note()
    {
        var chain = Named(NoteAttribute.Pitch, "intervals");
        Assert.Equal(67, chain.ClassOf(Memory([60, 62]), 5, 0));
        Assert.True(chain.ClassOf(Memory([60, 125]), 5, 0) < 0);
        Assert.True(chain.ClassOf(Memory([60, 3]), -4, 0) < 0);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Transposed_music_reads_as_the_music_read_transposed(int number)
    {
        const int Semitones = 3;
        var chain = MotifChain.All[number];
        var phrase = RandomMelody(number);
        var memory = Heard(phrase, 0);
        var transposed = Heard(phrase, Semitones);
        for (int note = 1; note < memory.Count; note++)
        {
            Assert.Equal(chain.Symbol(memory, note, Semitones), chain.Symbol(transposed, note));
            for (int order = 1; order <= chain.Orders; order++)
            {
                Assert.Equal(chain.Element(memory, note, order, Semitones), chain.Element(transposed, note, order));
                if (!chain.HoldsPitches)
                    Assert.Equal(chain.Element(memory, note, order), chain.Element(transposed, note, order));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void Repeated_segment_has_the_same_contexts_for_its_length(int number)
    {
        const int Bars = 8;
        var chain = MotifChain.All[number];
        List<NoteStep> bars = [];
        for (int bar = 0; bar < 2 * Bars; bar++)
            bars.AddRange([new(24, 60 + (bar % Bars), 23, 20), new(24, 64, 23, 20), new(24, 65, 11, 20), new(24, 67, 23, 20)]);
        var memory = Heard(bars, 0);
        int half = memory.Count / 2;
        // The number of bars since the beginning is an element too, in one chain.
        string[] beginnings = ["bar position, bar, durations"];
        for (int note = 16; note < half && !beginnings.Contains(chain.Name); note++)
        {
            Assert.Equal(chain.Symbol(memory, note), chain.Symbol(memory, note + half));
            for (int order = 1; order <= chain.Orders; order++)
                Assert.Equal(chain.Element(memory, note, order), chain.Element(memory, note + half, order));
        }
    }

    private static MotifChain Named(NoteAttribute attribute, string name) => MotifChain.Of(attribute).Single(chain => chain.Name == name);

    private static MotifMemory Memory(int[] pitches) => Heard([.. pitches.Select(pitch => new NoteStep(24, pitch, 23, 20))], 0);

    private static List<NoteStep> RandomMelody(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 60)
            .Select(_ => new NoteStep(12 * random.Next(1, 5), random.Next(55, 70), 12 * random.Next(1, 4), 20))];
    }

    private static MotifMemory Heard(List<NoteStep> steps, int semitones)
    {
        var encoder = new NoteEncoder(new MotifMemory());
        foreach (var step in steps)
            encoder.Push(step with { Pitch = step.Pitch + semitones });
        return encoder.Memory;
    }
}
