using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Tests.Shared.Steps;

namespace ComposerPlugin.Inference.Tests;

public sealed class RecurrentModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private delegate void Predictions(Span<float> motif, Span<float> features);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ModelType.Lstm, false)]
    [InlineData(ModelType.Gru, false)]
    [InlineData(ModelType.Lstm, true)]
    [InlineData(ModelType.Gru, true)]
    public void Hidden_vector_follows_the_graph_over_many_steps(string type, bool form)
    {
        using var style = Load(type, form);
        using var model = style.CreateModel();
        // Two logits at equal hidden values differ by their weights alone, so their ratio to the expected hidden value is constant.
        model.Reset();
        double h = 0, c = 0;
        double? weight = null;
        for (int i = 0; i < 64; i++)
        {
            var input = Input(i);
            model.Advance(input);
            int hint = input.Hint.Pitch + input.Hint.Ioi + input.Hint.Duration + input.Hint.Length;
            int known = form ? input.Form.Classes.ToArray().Sum(one => one) : 0;
            h = (h / 2) + ((input.Pitch + input.Ioi + input.Duration + hint + known) / 100.0);
            c += type == ModelType.Lstm ? (input.BarPosition + input.Meter + input.Bar + input.Key) / 100.0 : 0;
            weight ??= model.IoiLogits()[5] / (h + c);
            Assert.Equal(weight.Value, model.IoiLogits()[5] / (h + c), tolerance: 1e-4);
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
    public void Return_restores_all_logits_and_those_that_follow(int steps)
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
    public void Heads_read_every_choice()
    {
        using var style = Load();
        using var model = style.CreateModel();
        model.Reset();
        Play(model, 0, 2);

        Assert.Equal(Vocabulary.Iois, model.IoiLogits().Length);
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gated_heads_weigh_the_motifs_by_the_memory(bool form)
    {
        TinyStyle.Write(_folder.Path, gated: true, form: form);
        using var gatedStyle = LoadedStyle.Load(_folder.Path);
        using var gated = gatedStyle.CreateModel();
        using var style = Load(form: form);
        using var plain = style.CreateModel();
        var encoder = Heard();
        gated.Motifs = new(encoder);
        gated.Reset();
        plain.Reset();
        gated.Advance(encoder.Input);
        plain.Advance(encoder.Input);
        var motifs = new MotifPredictor(encoder);

        foreach (float memory in (float[])[0, 1, -2])
        {
            gated.Memory = memory;
            AssertMixed(HeadShape.Ioi, form, memory, motifs.Timing, plain.IoiLogits(), gated.IoiLogits());
            AssertMixed(HeadShape.Pitch, form, memory, (motif, features) => motifs.Pitch(12, motif, features), plain.PitchLogits(12, 24),
                gated.PitchLogits(12, 24));
            AssertMixed(HeadShape.Duration, form, memory, (motif, features) => motifs.Duration(12, 60, motif, features),
                plain.DurationLogits(12, 60, 24), gated.DurationLogits(12, 60, 24));
            Assert.Equal(plain.VelocityLogits(60, 11, 24).ToArray(), gated.VelocityLogits(60, 11, 24).ToArray());
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Steady_state_allocates_nothing(bool gated, bool form)
    {
        TinyStyle.Write(_folder.Path, gated: gated, form: form);
        using var style = LoadedStyle.Load(_folder.Path);
        using var model = style.CreateModel();
        model.Motifs = new(Heard());
        model.Reset();
        StepInput[] inputs = [.. Enumerable.Range(0, 1000).Select(Input)];
        for (int i = 0; i < 100; i++)
            TakeAll(model, i, inputs[i]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            TakeAll(model, i, inputs[i]);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private LoadedStyle Load(string type = ModelType.Lstm, bool form = false)
    {
        TinyStyle.Write(_folder.Path, type, form: form);
        return LoadedStyle.Load(_folder.Path);
    }

    // As in TinyStyle: the chains' mean, e^memory times, and the mean of their features.
    private static void AssertMixed(
        HeadShape head, bool form, float memory, Predictions predict, ReadOnlySpan<float> own, ReadOnlySpan<float> mixed)
    {
        int chains = head.Chains(form);
        float[] motif = new float[chains * head.Classes], features = new float[chains * MotifPredictor.Features];
        predict(motif, features);
        for (int i = 0; i < head.Classes; i++)
        {
            float mean = 0;
            for (int chain = 0; chain < chains; chain++)
                mean += motif[(chain * head.Classes) + i] / chains;
            Assert.Equal(own[i] + (mean * MathF.Exp(memory)) + features.Average(), mixed[i], 1e-4f);
        }
    }

    private static NoteEncoder Heard()
    {
        var encoder = new NoteEncoder(new MotifMemory());
        for (int i = 0; i < 20; i++)
            encoder.Push(new(12, 60 + (i % 3), 11, 20));
        return encoder;
    }
}
