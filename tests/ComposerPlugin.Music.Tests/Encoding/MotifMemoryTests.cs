namespace ComposerPlugin.Music.Tests;

public class MotifMemoryTests
{
    private static MotifNote Note(int pitch, int ioi = 24) => new(ioi, 0, 0, pitch, 23, 0, 0, 0);

    private static MotifHint After(params int[] pitches)
    {
        var memory = new MotifMemory();
        foreach (int pitch in pitches)
            memory.Remember(Note(pitch));
        return memory.Hint;
    }

    [Fact]
    public void New_music_gives_no_hint() => Assert.Equal(MotifHint.None, After(60, 62, 64));

    [Fact]
    public void A_repeated_motif_hints_at_its_continuation() =>
        Assert.Equal((65, 3), PitchAndLength(After(60, 62, 64, 65, 67, 60, 62, 64)));

    [Fact]
    public void The_longer_match_wins() => Assert.Equal((69, 2), PitchAndLength(After(60, 62, 69, 62, 71, 60, 62)));

    [Fact]
    public void The_later_of_equal_matches_wins() => Assert.Equal((72, 1), PitchAndLength(After(60, 71, 60, 72, 60)));

    [Fact]
    public void Another_rhythm_is_another_motif()
    {
        var memory = new MotifMemory();
        memory.Remember(Note(60));
        memory.Remember(Note(62));
        memory.Remember(Note(60, ioi: 12));
        Assert.Equal(MotifHint.None, memory.Hint);
    }

    [Fact]
    public void Every_hint_is_that_of_a_plain_search()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var memory = new MotifMemory();
            var notes = new List<MotifNote>();
            for (int i = 0; i < 120; i++)
            {
                notes.Add(Note(60 + random.Next(3), 12 * (1 + random.Next(2))));
                memory.Remember(notes[^1]);
                Assert.Equal(Search(notes), memory.Hint);
            }
        }
    }

    [Fact]
    public void A_full_memory_drops_the_older_half_and_continues()
    {
        var memory = new MotifMemory(16);
        var notes = new List<MotifNote>();
        for (int i = 0; i < 100; i++)
        {
            notes.Add(Note(60 + (i % 5)));
            if (memory.Count == 16)
                notes.RemoveRange(0, 8);
            memory.Remember(notes[^1]);
            Assert.Equal(Search(notes), memory.Hint);
        }
    }

    private static (int Pitch, int Length) PitchAndLength(MotifHint hint) => (hint.Pitch, hint.Length);

    private static MotifHint Search(List<MotifNote> notes)
    {
        int best = 0, at = -1;
        for (int end = 0; end < notes.Count - 1; end++)
        {
            int length = 0;
            while (length <= end
                && (notes[end - length].Pitch, notes[end - length].Ioi) == (notes[^(length + 1)].Pitch, notes[^(length + 1)].Ioi))
                length++;
            if (length > 0 && length >= best)
                (best, at) = (length, end);
        }
        return at < 0 ? MotifHint.None : new(notes[at + 1].Pitch, notes[at + 1].Ioi, notes[at + 1].Duration, MotifHint.LengthClass(best));
    }
}
