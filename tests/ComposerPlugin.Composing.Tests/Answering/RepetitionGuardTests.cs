using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class RepetitionGuardTests(PresetStyle preset) : IClassFixture<PresetStyle>
{
    [Theory]
    [InlineData(RepeatGuardStrength.Off, 64)]
    [InlineData(RepeatGuardStrength.Normal, 4)]
    [InlineData(RepeatGuardStrength.Strong, 2)]
    public void Model_that_prefers_one_pitch_does_not_repeat_it_too_often(RepeatGuardStrength guard, int longest)
    {
        var pitches = Answer(new Looping([70]), guard);

        Assert.Equal(longest, Runs(pitches).Max());
    }

    [Theory]
    [InlineData(RepeatGuardStrength.Off, 8)]
    [InlineData(RepeatGuardStrength.Normal, 2)]
    [InlineData(RepeatGuardStrength.Strong, 1)]
    public void Model_that_prefers_one_bar_repeats_it_no_more_than_the_guard_allows(RepeatGuardStrength guard, int most)
    {
        int[] pitches = Answer(new Looping([62, 66, 69, 66, 74, 71, 69, 67]), guard);

        Assert.Equal(most, Running(pitches, 8));
    }

    [Theory]
    [InlineData(RepeatGuardStrength.Off, 4)]
    [InlineData(RepeatGuardStrength.Normal, 2)]
    [InlineData(RepeatGuardStrength.Strong, 1)]
    public void Model_that_prefers_two_bars_repeats_them_no_more_than_the_guard_allows(RepeatGuardStrength guard, int most)
    {
        int[] pitches = Answer(new Looping([62, 66, 69, 66, 74, 71, 69, 67, 64, 67, 71, 67, 76, 72, 71, 69]), guard);

        Assert.Equal(most, Running(pitches, 16));
    }

    [Fact]
    public void Bar_that_the_player_repeats_may_be_repeated_once_more()
    {
        int[] riff = [62, 66, 69, 66, 74, 71, 69, 67];
        using var stage = new ComposerStage(new Looping(riff)) { Controls = new(Grid.Eighth, 1, 1, 1) };
        for (int i = 0; i < 32; i++)
            stage.Note(12 * i, 12, riff[i % 8]);

        var pitches = stage.Answer(4 * Bar, 8 * Bar).Select(note => (int)note.Pitch.Number).ToList();

        Assert.Equal(riff, pitches[..8]);
        Assert.NotEqual(riff, pitches[8..16]);
    }

    [Fact]
    public void Guard_counts_across_answers()
    {
        using var stage = new ComposerStage(new Looping([62, 66, 69, 66, 74, 71, 69, 67]))
        {
            Controls = new(Grid.Eighth, 1, 1, 1) { Closes = false },
        };
        var pitches = new List<int>();
        for (int i = 0; i < 8; i++)
            pitches.AddRange(stage.Answer(i * Bar, (i + 1) * Bar).Select(note => (int)note.Pitch.Number));

        Assert.Equal(2, Running([.. pitches], 8));
    }

    [Fact]
    public void Preset_never_plays_a_bar_three_times_in_a_row()
    {
        foreach (var take in preset.Takes(PresetStyle.Plain with { TopP = 0.7f, Temperature = 0.6f }, bars: 16))
        {
            Assert.NotEmpty(take);
            var bars = take.GroupBy(note => note.Onset / take.Meter.BarTicks)
                .Select(bar => string.Join(' ', bar.Select(note => (note.Onset % take.Meter.BarTicks, note.Pitch)))).ToList();
            // Two notes are no segment.
            for (int i = 2; i < bars.Count; i++)
                Assert.False(bars[i] == bars[i - 1] && bars[i] == bars[i - 2] && bars[i].Count(letter => letter == '(') > 2, bars[i]);
        }
    }

    private static int[] Answer(MelodyModel model, RepeatGuardStrength guard)
    {
        using var stage = new ComposerStage(model) { Controls = new(Grid.Eighth, 1, 1, 1) { RepeatGuard = guard, Closes = false } };
        return [.. stage.Answer(0, 8 * Bar).Select(note => (int)note.Pitch.Number)];
    }

    private static IEnumerable<int> Runs(int[] pitches)
    {
        int run = 0;
        for (int i = 0; i < pitches.Length; i++)
            yield return run = i > 0 && pitches[i] == pitches[i - 1] ? run + 1 : 1;
    }

    // The largest number of times that a segment is played in a row.
    private static int Running(int[] pitches, int notes)
    {
        string[] segments = [.. pitches.Chunk(notes).Select(segment => string.Join(' ', segment))];
        int most = 1;
        for (int i = 1, running = 1; i < segments.Length; i++)
        {
            running = segments[i] == segments[i - 1] ? running + 1 : 1;
            most = Math.Max(most, running);
        }
        return most;
    }

    /// <summary>A model that plays eighths and repeats their pitches endlessly.</summary>
    private sealed class Looping(int[] pitches) : MelodyModel
    {
        private readonly float[] _logits = new float[Math.Max(Vocabulary.Iois, Vocabulary.Durations)];
        private int _notes;

        public override ReadOnlySpan<float> IoiLogits() => Prefer(12, Vocabulary.Iois);

        public override void Reset() => _notes = -1;

        public override void Advance(in StepInput input) => _notes++;

        public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition) =>
            Prefer(pitches[_notes % pitches.Length], Vocabulary.Pitches);

        public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition) =>
            Prefer(Vocabulary.DurationClass(12), Vocabulary.Durations);

        public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) => Prefer(20, Vocabulary.Velocities);

        public override void Mark()
        {
        }

        public override void Return()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }

        private ReadOnlySpan<float> Prefer(int wanted, int classes)
        {
            for (int i = 0; i < classes; i++)
                _logits[i] = -30 - Math.Abs(i - wanted);
            _logits[wanted] = 0;
            return _logits.AsSpan(0, classes);
        }
    }
}
