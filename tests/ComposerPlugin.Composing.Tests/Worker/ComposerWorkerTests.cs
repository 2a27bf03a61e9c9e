using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class ComposerWorkerTests
{
    public static TheoryData<uint> Seeds => [.. Enumerable.Range(1, 20).Select(seed => (uint)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Melody_keeps_to_its_bounds(uint seed)
    {
        var grid = new[] { Grid.Quarter, Grid.Eighth, Grid.EighthTriplet, Grid.Sixteenth, Grid.ThirtySecond }[seed % 5];
        using var stage = new ComposerStage(new FakeModel()) { Controls = new(grid, 1, 1, seed) };
        stage.PlayTwoBars();
        long begin = (2 * Bar) + grid.AtOrAfter((int)seed, Bar), end = 6 * Bar;

        var answer = stage.Answer(begin, end);

        Assert.Equal(begin, answer[0].Onset);
        Assert.All(answer.Skip(1), note => Assert.True(grid.Contains((int)(note.Onset % Bar))));
        Assert.All(answer, note => Assert.InRange(note.Onset + note.Duration, note.Onset + 1, end));
        Assert.All(answer.Zip(answer.Skip(1)), pair => Assert.InRange(pair.Second.Onset, pair.First.Onset + pair.First.Duration, end - 1));
        Assert.All(answer.Zip(answer.Skip(1)), pair => Assert.InRange(pair.Second.Onset - pair.First.Onset - pair.First.Duration, 0, Bar));
        Assert.InRange(answer[^1].Onset + answer[^1].Duration, end - Bar, end);
        Assert.All(answer, note => Assert.InRange(note.Pitch.Number, 55 - 12, 91 + 12));
        Assert.All(answer, note => Assert.InRange(note.Velocity, 1, 127));
        AssertNoLongRuns(answer);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Chords_keep_to_their_bounds(uint seed)
    {
        // Raise the probability of chords, so that some occur.
        var model = new FakeModel { Bend = FakeModel.Prefer("gap", 0, by: 8) };
        using var stage = new ComposerStage(model, StyleFiles.Recurrent with { Polyphony = 3 })
        {
            Controls = new(Grid.Sixteenth, 1, 1, seed),
        };
        stage.PlayTwoBars();

        var answer = stage.Answer(2 * Bar, 6 * Bar);

        Assert.All(answer, note => Assert.True(note.Onset + note.Duration <= 6 * Bar));
        Assert.InRange(answer.Max(note => note.Onset + note.Duration), 5 * Bar, 6 * Bar);
        var chords = answer.GroupBy(note => note.Onset).ToList();
        Assert.Contains(chords, chord => chord.Count() == 3);
        Assert.All(chords, chord => Assert.InRange(chord.Count(), 1, 3));
        Assert.All(chords, chord => Assert.Equal(chord.Select(note => note.Pitch).Order().Distinct(), chord.Select(note => note.Pitch)));
        Assert.Equal(chords.Select(chord => chord.Key).Order(), chords.Select(chord => chord.Key));
    }

    [Fact]
    public void Bar_lines_of_another_origin_shape_the_grid()
    {
        using var stage = new ComposerStage(new FakeModel()) { Meter = new(7, 8), BarLine = 1000, Controls = new(Grid.Quarter, 1, 1, 3) };

        var answer = stage.Answer(1000 + (84 * 2), 1000 + (84 * 6));

        Assert.NotEmpty(answer);
        Assert.All(answer, note => Assert.Equal(0, (note.Onset - 1000) % 84 % 24));
    }

    [Fact]
    public void Bar_line_ahead_of_the_answer_shapes_the_grid_too()
    {
        using var stage = new ComposerStage(new FakeModel()) { BarLine = 10 + (9 * Bar), Controls = new(Grid.Quarter, 1, 1, 3) };

        var answer = stage.Answer(10, 10 + (4 * Bar));

        Assert.NotEmpty(answer);
        Assert.All(answer, note => Assert.Equal(10, note.Onset % 24));
    }

    [Fact]
    public void Same_seed_gives_the_same_answer_and_another_seed_a_different_one()
    {
        var first = Improvise(seed: 5);

        Assert.Equal(first, Improvise(seed: 5));
        Assert.NotEqual(first, Improvise(seed: 6));

        static List<TimedNote> Improvise(uint seed)
        {
            using var stage = new ComposerStage(new FakeModel()) { Controls = new(Grid.Sixteenth, 1, 1, seed) };
            stage.PlayTwoBars();
            return stage.Answer(2 * Bar, 4 * Bar);
        }
    }

    [Fact]
    public void Second_answer_to_the_same_music_differs_and_a_restart_repeats_the_first()
    {
        // A uniform model ignores its input: only the seed makes a difference.
        using var stage = new ComposerStage(new FakeModel { Spread = 0 });
        var first = stage.Answer(0, 2 * Bar);
        var second = stage.Answer(2 * Bar, 4 * Bar);
        stage.Restart();
        var again = stage.Answer(0, 2 * Bar);

        Assert.NotEqual(Pitches(first), Pitches(second));
        Assert.Equal(Pitches(first), Pitches(again));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Answer_does_not_depend_on_when_the_worker_runs(int requestsAtOnce)
    {
        using var stage = new ComposerStage(new FakeModel());
        var requests = new List<Action>
        {
            () => stage.PlayTwoBars(), () => stage.Ask(2 * Bar, 4 * Bar), () => stage.Stop((2 * Bar) + 40), () => stage.Note(250, 12, 70),
            () => stage.Ask(3 * Bar, 5 * Bar), () => stage.Note((3 * Bar) + 7, 5, 71), () => stage.Ask(5 * Bar, 7 * Bar),
        };
        var expected = new List<TimedNote>();
        using (var reference = new ComposerStage(new FakeModel()))
        {
            reference.PlayTwoBars();
            reference.Ask(2 * Bar, 4 * Bar);
            reference.Run();
            reference.Stop((2 * Bar) + 40);
            reference.Note(250, 12, 70);
            reference.Run();
            expected.AddRange(reference.Take().Where(reply => !reply.IsEnd).Select(reply => reply.Note));
            expected.AddRange(reference.Answer(3 * Bar, 5 * Bar));
            reference.Note((3 * Bar) + 7, 5, 71);
            expected.AddRange(reference.Answer(5 * Bar, 7 * Bar));
        }

        foreach (var group in requests.Chunk(requestsAtOnce))
        {
            foreach (var request in group)
                request();
            for (int i = 0; i < 3; i++)
                stage.Work();
        }
        stage.Run();

        Assert.Equal(expected, stage.Take().Where(reply => !reply.IsEnd).Select(reply => reply.Note));
    }

    [Fact]
    public void Answer_that_begins_before_the_last_one_ended_begins_on_its_tick()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Answer(2 * Bar, 6 * Bar);

        Assert.Equal(3 * Bar, stage.Answer(3 * Bar, 5 * Bar)[0].Onset);
    }

    [Fact]
    public void Answer_shorter_than_the_grid_has_one_note_that_fits()
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = new(Grid.Quarter, 1, 1, 1) };

        var note = Assert.Single(stage.Answer(Bar, Bar + 5));

        Assert.InRange(note.Duration, 1, 5);
    }

    [Fact]
    public void Model_that_prefers_a_pitch_plays_others_too()
    {
        using var stage = new ComposerStage(new FakeModel { Bend = FakeModel.Prefer("pitch", 70) });

        var answer = stage.Answer(0, 8 * Bar);

        Assert.Contains(answer, note => note.Pitch.Number == 70);
        AssertNoLongRuns(answer);
    }

    [Fact]
    public void Only_possible_pitch_may_repeat()
    {
        using var stage = new ComposerStage(new FakeModel { Bend = FakeModel.OnlyPitch(70) });

        var answer = stage.Answer(0, 4 * Bar);

        Assert.InRange(answer.Count, 5, 100);
        Assert.All(answer, note => Assert.Equal(70, note.Pitch.Number));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(110)]
    public void Answer_is_as_loud_as_the_player(byte velocity)
    {
        using var stage = new ComposerStage(new FakeModel { Bend = FakeModel.Prefer("velocity", 22) });
        stage.Note(0, 24, 60, velocity);
        stage.Note(24, 24, 62, velocity);

        // Class 22 is velocity 90, the style's mean.
        AssertVelocity(velocity, stage.Answer(2 * Bar, 3 * Bar));
        AssertVelocity(velocity, stage.Answer(3 * Bar, 4 * Bar));
        stage.Note(4 * Bar, 24, 60, 64);
        AssertVelocity(64, stage.Answer(5 * Bar, 6 * Bar));

        static void AssertVelocity(byte expected, List<TimedNote> answer)
        {
            Assert.NotEmpty(answer);
            Assert.All(answer, note => Assert.Equal(expected, note.Velocity));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steady_state_allocates_next_to_nothing(bool isOpen)
    {
        using var stage = new ComposerStage(new Quiet())
        {
            Controls = new(Grid.Sixteenth, 1, 1, 1)
            {
                Density = 0.3f, Memory = 1, Lowest = new(50), Highest = new(80), Scale = Scale.Named[1].Scale, EndsOnTonic = true,
                Octave = 1, RepeatGuard = RepeatGuardStrength.Strong,
            },
        };
        stage.Window.IsOpen = isOpen;
        long before = 0;
        for (int i = 0; i < 60; i++)
        {
            if (i == 30)
                before = GC.GetAllocatedBytesForCurrentThread();
            stage.PlayTwoBars(i * 6 * Bar);
            stage.Ask(((i * 6) + 2) * Bar, ((i * 6) + 6) * Bar);
            if (i % 3 == 0)
                stage.Stop(((i * 6) + 3) * Bar);
            while (stage.Work())
            {
            }
            stage.Drain();
        }

        // None at all in an optimised build.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30 * ComposerStage.MostBytesPerAnswer);
    }

    private static void AssertNoLongRuns(List<TimedNote> answer)
    {
        int run = 0;
        for (int i = 0; i < answer.Count; i++)
        {
            run = i > 0 && answer[i].Pitch == answer[i - 1].Pitch ? run + 1 : 1;
            Assert.InRange(run, 1, 4);
        }
    }

    /// <summary>A model that allocates nothing.</summary>
    private sealed class Quiet : MelodyModel
    {
        private readonly float[] _logits = new float[Vocabulary.Durations];

        public override ReadOnlySpan<float> IoiLogits() => _logits.AsSpan(0, Vocabulary.Iois);

        public override void Reset() => Array.Clear(_logits);

        public override void Advance(in StepInput input) => _logits[input.BarPosition % _logits.Length] += 1;

        public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition) => _logits.AsSpan(0, Vocabulary.Pitches);

        public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition) => _logits;

        public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) =>
            _logits.AsSpan(0, Vocabulary.Velocities);

        public override void Mark()
        {
        }

        public override void Return()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
