using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Tests.Shared.Steps;

namespace ComposerPlugin.Inference.Tests;

public sealed class TransformerModelTests : IDisposable
{
    private const int Window = Capacities.ContextSteps, Half = Window / 2;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hidden_vector_follows_the_graph_over_more_steps_than_the_window_has(bool form)
    {
        using var style = Load(form: form);
        using var model = style.CreateModel();
        model.Reset();
        // As in TinyStyle: the mean over the window. Logits at equal hidden values differ by their weights alone.
        var window = new List<double>();
        double? weight = null;
        for (int i = 0; i < Window + Half + 10; i++)
        {
            var input = Input(i);
            if (window.Count == Window)
                window.RemoveRange(0, Half);
            window.Add(HeardOf(input) + (form ? input.Form.Classes.ToArray().Sum(one => one) / 100.0 : 0));
            model.Advance(input);
            weight ??= model.IoiLogits()[5] / window.Average();
            Assert.Equal(weight.Value, model.IoiLogits()[5] / window.Average(), tolerance: 1e-4 * Math.Abs(weight.Value));
        }
    }

    [Fact]
    public void Model_with_a_full_window_equals_one_that_read_only_the_newer_half()
    {
        using var style = Load();
        using var old = style.CreateModel();
        using var young = style.CreateModel();
        old.Reset();
        young.Reset();

        Assert.Equal(Play(young, Half, Half + 1), Play(old, 0, Window + 1));
        Assert.Equal(Play(young, Window + 1, 5), Play(old, Window + 1, 5));
        Assert.Equal(Play(young, Window + 6, Half), Play(old, Window + 6, Half));    // both windows move once more at the same step
    }

    [Fact]
    public void Reset_model_plays_as_a_new_one()
    {
        using var style = Load();
        using var model = style.CreateModel();
        model.Reset();
        var fresh = Play(model, 0, 5);
        Play(model, 5, Window);

        model.Reset();

        Assert.Equal(fresh, Play(model, 0, 5));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 7)]
    [InlineData(200, 200)]
    [InlineData(Window - 1, 1)]
    [InlineData(Window - 1, 2)]
    [InlineData(Window, 1)]
    [InlineData(Window + 3, Half + 20)]
    [InlineData(10, 3 * Window)]
    public void Return_restores_all_logits_and_those_that_follow(int before, int after)
    {
        using var style = Load();
        using var model = style.CreateModel();
        model.Reset();
        Play(model, 0, before);
        model.Mark();
        var atMark = Logits(model);
        var wayOn = Play(model, 2000, 6);
        model.Return();
        Play(model, 4000, after);

        model.Return();

        Assert.Equal(atMark, Logits(model));
        Assert.Equal(wayOn, Play(model, 2000, 6));
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
        Play(other, 30, 3);
        Play(alone, 0, 3);
        Play(other, 33, 3);

        Assert.Equal(expected, Play(alone, 3, 3));
    }

    [Fact]
    public void Models_of_one_style_take_turns_without_affecting_each_other()
    {
        using var style = Load();
        using var alone = style.CreateModel();
        var expected = Takes(alone, _ => { });
        using var other = style.CreateModel();
        other.Reset();
        int played = 0;

        // The other model is sometimes at the same number of steps, and sometimes returns to a mark.
        var taken = Takes(alone, turn =>
        {
            if (turn % 3 == 0)
                other.Return();
            Play(other, 7000 + played++, 1);
        });

        Assert.Equal(expected, taken);

        static List<float> Takes(MelodyModel model, Action<int> between)
        {
            model.Reset();
            var logits = new List<float>();
            for (int turn = 0; turn < Window + 10; turn++)
            {
                if (turn % 100 == 50)
                    model.Mark();
                if (turn % 100 == 70)
                    model.Return();
                logits.AddRange(Play(model, turn, 1));
                between(turn);
            }
            return logits;
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Steady_state_allocates_nothing(bool gated, bool form)
    {
        using var style = Load(gated, form);
        using var model = style.CreateModel();
        var encoder = new NoteEncoder(new MotifMemory());
        encoder.Push(new(12, 60, 11, 20));
        model.Motifs = new(encoder);
        model.Reset();
        StepInput[] inputs = [.. Enumerable.Range(0, 2 * Window).Select(Input)];
        for (int i = 0; i < 100; i++)
            TakeAll(model, i, inputs[i]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 2 * Window; i++)
            TakeAll(model, i, inputs[i]);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static double HeardOf(StepInput input)
    {
        int hint = input.Hint.Pitch + input.Hint.Ioi + input.Hint.Duration + input.Hint.Length;
        return (input.Pitch + input.Ioi + input.Duration + hint + input.BarPosition + input.Meter + input.Bar + input.Key) / 100.0;
    }

    private LoadedStyle Load(bool gated = false, bool form = false)
    {
        TinyStyle.Write(_folder.Path, ModelType.Transformer, gated, form);
        return LoadedStyle.Load(_folder.Path);
    }
}
