using ComposerPlugin.Music;

namespace ComposerPlugin.Models.Tests;

public sealed class RecurrentModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ModelKind.Lstm)]
    [InlineData(ModelKind.Gru)]
    public void Hidden_vector_follows_the_graph_over_many_steps(string kind)
    {
        using var style = Load(kind);
        using var model = style.CreateModel();
        // Two logits at equal hidden values differ by their weights alone, so their ratio to the expected hidden value is fixed.
        model.Reset();
        double h = 0, c = 0;
        double? weight = null;
        for (int i = 0; i < 64; i++)
        {
            var input = Input(i);
            model.Advance(input);
            int hint = input.Hint.Pitch + input.Hint.Gap + input.Hint.Duration + input.Hint.Length;
            h = (h / 2) + ((input.Pitch + input.Gap + input.Duration + hint) / 100.0);
            c += kind == ModelKind.Lstm ? (input.Place + input.Meter + input.Bar) / 100.0 : 0;
            weight ??= model.GapLogits[5] / (h + c);
            Assert.Equal(weight.Value, model.GapLogits[5] / (h + c), tolerance: 1e-4);
        }
    }

    [Fact]
    public void Reset_model_plays_as_a_new_one()
    {
        using var style = Load();
        using var model = style.CreateModel();
        model.Reset();
        var fresh = Play(model, 0, 5);
        Play(model, 5, 4);

        model.Reset();

        Assert.Equal(fresh, Play(model, 0, 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void Return_restores_all_logits_and_the_way_on(int steps)
    {
        using var style = Load();
        using var model = style.CreateModel();
        model.Reset();
        Play(model, 0, 3);
        model.Mark();
        var atMark = Logits(model);
        var wayOn = Play(model, 20, 6);
        model.Return();
        Play(model, 40, steps);

        model.Return();

        Assert.Equal(atMark, Logits(model));
        Assert.Equal(wayOn, Play(model, 20, 6));
    }

    [Fact]
    public void Heads_hear_every_choice()
    {
        using var style = Load();
        using var model = style.CreateModel();
        model.Reset();
        Play(model, 0, 2);

        Assert.Equal(Vocabulary.Gaps, model.GapLogits.Length);
        Assert.Equal(Vocabulary.Pitches, model.PitchLogits(12, 24).Length);
        Assert.NotEqual(model.PitchLogits(12, 24).ToArray(), model.PitchLogits(6, 24).ToArray());
        Assert.NotEqual(model.PitchLogits(12, 24).ToArray(), model.PitchLogits(12, 0).ToArray());
        Assert.Equal(Vocabulary.Durations, model.DurationLogits(12, 60, 24).Length);
        Assert.NotEqual(model.DurationLogits(12, 60, 24).ToArray(), model.DurationLogits(12, 61, 24).ToArray());
        Assert.Equal(Vocabulary.Velocities, model.VelocityLogits(60, 11, 24).Length);
        Assert.NotEqual(model.VelocityLogits(60, 11, 24).ToArray(), model.VelocityLogits(60, 23, 24).ToArray());
    }

    [Fact]
    public void Models_of_one_style_do_not_disturb_each_other()
    {
        using var style = Load();
        using var alone = style.CreateModel();
        using var other = style.CreateModel();
        alone.Reset();
        other.Reset();
        var expected = Play(alone, 0, 6);
        alone.Reset();

        for (int i = 0; i < 6; i++)
        {
            Play(other, 30 + i, 1);
            var logits = Play(alone, i, 1);
            if (i == 5)
                Assert.Equal(expected, logits);
        }
    }

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        using var style = Load();
        using var model = style.CreateModel();
        model.Reset();
        for (int i = 0; i < 100; i++)
            Step(model, i);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Step(model, i);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Step(MelodyModel model, int i)
    {
        model.Mark();
        model.Advance(Input(i));
        model.PitchLogits(12, 24);
        model.DurationLogits(12, 60, 24);
        model.VelocityLogits(60, 11, 24);
        if (i % 7 == 0)
            model.Return();
    }

    private Style Load(string kind = ModelKind.Lstm)
    {
        TinyStyle.Write(_folder.Path, kind);
        return Style.Load(_folder.Path);
    }

    private static StepInput Input(int i) =>
        new(50 + (i % 20), i % 25, 11 + (i % 3), i * 6 % 96, 3, i % 8, new(60 + (i % 5), 12, 11, i % 9));

    private static float[] Play(MelodyModel model, int from, int steps)
    {
        for (int i = from; i < from + steps; i++)
            model.Advance(Input(i));
        return Logits(model);
    }

    private static float[] Logits(MelodyModel model) =>
        [.. model.GapLogits, .. model.PitchLogits(12, 24), .. model.DurationLogits(12, 60, 24), .. model.VelocityLogits(60, 11, 24)];
}
