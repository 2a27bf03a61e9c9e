using ComposerPlugin.Engine;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class RerollTests
{
    private const long Begin = 2 * Bar, End = 6 * Bar, Shift = 8 * Bar;

    public static TheoryData<uint, int> Cases
    {
        get
        {
            var cases = new TheoryData<uint, int>();
            foreach (int polyphony in (int[])[1, 3])
            {
                for (uint seed = 1; seed <= 12; seed++)
                    cases.Add(seed, polyphony);
            }
            return cases;
        }
    }

    public static TheoryData<TakeOrigin> Parts =>
        [TakeOrigin.Pitches, TakeOrigin.Rhythm, TakeOrigin.Velocities, TakeOrigin.Variation];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pitches_change_and_rhythm_and_velocities_stay(uint seed, int polyphony)
    {
        var (first, again) = Reroll(TakeOrigin.Pitches, seed, polyphony);
        Assert.Equal(first.Select(note => (note.Onset, note.Duration, note.Velocity)),
            again.Select(note => (note.Onset - Shift, note.Duration, note.Velocity)));
        int same = first.Zip(again).Count(pair => pair.First.Pitch == pair.Second.Pitch);
        Assert.InRange(same, 0, first.Count / 2);
        Assert.All(again.GroupBy(note => note.Onset), chord =>
            Assert.Equal(chord.Select(note => note.Pitch).Order().Distinct(), chord.Select(note => note.Pitch)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rhythm_changes_and_the_sequence_of_pitches_and_velocities_stays(uint seed, int polyphony)
    {
        var (first, again) = Reroll(TakeOrigin.Rhythm, seed, polyphony);
        int common = Math.Min(first.Count, again.Count);
        Assert.Equal(first.Take(common).Select(note => (note.Pitch, note.Velocity)),
            again.Take(common).Select(note => (note.Pitch, note.Velocity)));
        Assert.NotEqual(first.Select(note => (note.Onset, note.Duration)), again.Select(note => (note.Onset - Shift, note.Duration)));
        // Chords stay together.
        Assert.Equal(first.Take(common).Zip(first.Skip(1)).Take(common - 1).Select(pair => pair.First.Onset == pair.Second.Onset),
            again.Take(common).Zip(again.Skip(1)).Take(common - 1).Select(pair => pair.First.Onset == pair.Second.Onset));
        Assert.All(again, note => Assert.InRange(note.End, note.Onset + 1, End + Shift));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Velocities_change_and_the_notes_stay(uint seed, int polyphony)
    {
        var (first, again) = Reroll(TakeOrigin.Velocities, seed, polyphony);
        Assert.Equal(Shape(first), Shape(again).Select(note => (note.Item1 - Shift, note.Item2, note.Item3)));
        Assert.NotEqual(first.Select(note => note.Velocity), again.Select(note => note.Velocity));
    }

    [Fact]
    public void A_variation_goes_from_near_to_wild()
    {
        double[] kept = [.. ((float[])[0, 0.25f, 0.5f, 0.75f, 1]).Select(amount => Enumerable.Range(1, 20).Average(seed =>
        {
            var (first, again) = Reroll(TakeOrigin.Variation, (uint)seed, 1, controls => controls with { Variation = amount });
            Assert.Equal(first.Select(note => (note.Onset, note.Duration, note.Velocity)),
                again.Select(note => (note.Onset - Shift, note.Duration, note.Velocity)));
            return first.Zip(again).Average(pair => pair.First.Pitch == pair.Second.Pitch ? 1.0 : 0);
        }))];
        Assert.Equal(1, kept[0]);
        Assert.Equal(kept.OrderDescending().Distinct(), kept);
        Assert.InRange(kept[2], 0.4, 0.65);
        Assert.InRange(kept[4], 0, 0.15);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_same_seed_base_and_locks_give_the_same_notes(TakeOrigin part)
    {
        Assert.Equal(Reroll(part, 3, 2).Again, Reroll(part, 3, 2).Again);
        Assert.NotEqual(Reroll(part, 3, 2).Again, Reroll(part, 4, 2).Again);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Range_scale_and_tonic_hold(TakeOrigin part)
    {
        for (uint seed = 1; seed <= 10; seed++)
        {
            var (_, again) = Reroll(part, seed, 1, controls => controls with
            {
                Scale = Scale.Named[9].Scale, Tonic = 4, Lowest = new(62), Highest = new(80), EndsOnTonic = true, Variation = 0.5f,
            });
            Assert.All(again, note =>
            {
                Assert.InRange(note.Pitch.Number, 62, 80);
                Assert.True(Scale.Named[9].Scale.Contains(note.Pitch.Number, 4));
            });
            if (part is TakeOrigin.Pitches or TakeOrigin.Variation)
                Assert.Equal(4, again[^1].Pitch.Class);
        }
    }

    [Fact]
    public void A_take_follows_the_same_phrase_as_its_base()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model);
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        var heard = Before();
        stage.Again(TakeOrigin.Pitches, 1, Begin + Shift, End + Shift);
        Assert.Equal(heard, Before());
        stage.Again(TakeOrigin.Rhythm, 2, Begin + (2 * Shift), End + (2 * Shift));
        Assert.Equal(heard, Before());

        IEnumerable<int> Before() => [.. model.Inputs.Take(9).Select(input => input.Pitch)];
    }

    [Fact]
    public void A_take_whose_base_is_gone_is_a_new_take()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        stage.Controls = stage.Controls with { Seed = 2 };
        var again = stage.Again(TakeOrigin.Pitches, 77, Begin, End);
        Assert.Equal(TakeOrigin.NewTake, stage.Composer.Takes.Recent[0].Origin);

        using var other = new ComposerStage(new FakeModel());
        other.PlayTwoBars();
        other.Answer(Begin, End);
        other.Controls = other.Controls with { Seed = 2 };
        Assert.Equal(other.Again(TakeOrigin.NewTake, 1, Begin, End), again);
    }

    [Fact]
    public void A_changed_take_replaces_the_one_before_and_keeps_its_number()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        var replaces = new ComposeRequest { Kind = RequestKind.Answer, ReplacesLast = true, Origin = TakeOrigin.Controls, BaseTake = 1 };
        stage.Answer(Begin, End, replaces);
        stage.Answer(Begin, End, replaces with { ReplacedTake = 2 });
        Assert.Equal([(3, 2, TakeOrigin.Controls, 1), (1, 1, TakeOrigin.Answer, 0)],
            stage.Composer.Takes.Recent.Select(take => (take.Id, take.Number, take.Origin, take.Base)));
    }

    [Theory]
    [InlineData("irish-passages")]
    [InlineData("irish-bars")]
    [InlineData("irish-scots-session")]
    [InlineData("romantic-song-transformer")]
    [InlineData("bach-four-parts")]
    public void Every_type_of_model_composes_parts(string preset)
    {
        using var style = LoadedStyle.Load(Repository.File($"presets/{preset}"));
        bool isGan = preset == "irish-bars";
        using var stage = new ComposerStage(style.CreateModel(), style.File) { Controls = new(Grid.Sixteenth, 1, 0.95f, 1) };
        stage.PlayTwoBars();
        var first = stage.Answer(Begin, End);

        var pitches = Again(TakeOrigin.Pitches);
        Assert.Equal(first.Select(note => (note.Onset, note.Duration)), pitches.Select(note => (note.Onset - Shift, note.Duration)));
        Assert.True(first.Zip(pitches).Count(pair => pair.First.Pitch != pair.Second.Pitch) > first.Count / 4);
        Assert.Equal(isGan, stage.Composer.Notice?.Contains("gan", StringComparison.Ordinal) == true);

        // A variational style keeps near to the phrase.
        stage.Controls = stage.Controls with { Temperature = 1.8f };
        var rhythms = Enumerable.Range(0, 5).Select(_ => Again(TakeOrigin.Rhythm)).ToList();
        Assert.All(rhythms, rhythm => Assert.Equal(Pitches(first).Take(rhythm.Count), Pitches(rhythm).Take(first.Count)));
        Assert.Contains(rhythms, rhythm =>
            !rhythm.Select(note => (note.Onset - Shift, note.Duration)).SequenceEqual(first.Select(note => (note.Onset, note.Duration))));

        var velocities = Again(TakeOrigin.Velocities);
        Assert.Equal(Shape(first), Shape(velocities).Select(note => (note.Item1 - Shift, note.Item2, note.Item3)));
        Assert.Equal(isGan, stage.Composer.Notice?.Contains("one velocity", StringComparison.Ordinal) == true);

        List<TimedNote> Again(TakeOrigin part)
        {
            stage.Controls = stage.Controls with { Seed = stage.Controls.Seed + 1 };
            return stage.Again(part, 1, Begin + Shift, End + Shift);
        }
    }

    [Fact]
    public void Fixed_velocities_are_named_as_the_reason_why_they_stay()
    {
        using var stage = new ComposerStage(new FakeModel())
        {
            Controls = new(Grid.Sixteenth, 1, 1, 1) { VelocityFrom = VelocitySource.Fixed },
        };
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        var again = stage.Again(TakeOrigin.Velocities, 1, Begin, End);
        Assert.All(again, note => Assert.Equal(96, note.Velocity));
        Assert.Contains("Fixed", stage.Composer.Notice!, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_of_takes_allocate_next_to_nothing()
    {
        using var stage = new ComposerStage(new FakeModel());
        stage.PlayTwoBars();
        stage.Answer(Begin, End);
        stage.Lock(1, 1, 4);
        TakeOrigin[] origins = [TakeOrigin.NewTake, TakeOrigin.Pitches, TakeOrigin.Rhythm, TakeOrigin.Velocities, TakeOrigin.Variation];
        long plain = 0, parts = 0;
        for (int i = 0; i < 40; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            stage.Ask(Begin, End, new() { Kind = RequestKind.Answer, ReplacesLast = true });
            while (stage.Work())
            {
            }
            plain += GC.GetAllocatedBytesForCurrentThread() - before;
            stage.Drain();
            before = GC.GetAllocatedBytesForCurrentThread();
            stage.Ask(Begin, End, new()
            {
                Kind = RequestKind.Answer, ReplacesLast = true, Origin = origins[i % 5], BaseTake = 1 + (2 * i), LockedTake = 1 + (2 * i),
            });
            while (stage.Work())
            {
            }
            parts += GC.GetAllocatedBytesForCurrentThread() - before;
            stage.Drain();
        }
        // What the fake model allocates is in both.
        Assert.InRange(parts, 0, (long)(1.5 * plain) + (40 * MostBytesPerAnswer));
    }

    private static (List<TimedNote> First, List<TimedNote> Again) Reroll(
        TakeOrigin part, uint seed, int polyphony, Func<AnswerControls, AnswerControls>? change = null)
    {
        var model = new FakeModel { Bend = polyphony > 1 ? FakeModel.Prefer("gap", 0, by: 4) : null };
        using var stage = new ComposerStage(model, StyleFiles.Recurrent with { Polyphony = polyphony })
        {
            Controls = new(Grid.Sixteenth, 1, 1, seed),
        };
        stage.PlayTwoBars();
        var first = stage.Answer(Begin, End);
        stage.Controls = (change?.Invoke(stage.Controls) ?? stage.Controls) with { Seed = seed + 100 };
        return (first, stage.Again(part, 1, Begin + Shift, End + Shift));
    }
}
