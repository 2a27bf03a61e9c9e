using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class DynamicsTests
{
    private static readonly BarGrid _bars = new(Meter.Common, 0);

    [Fact]
    public void Accents_are_those_of_the_player()
    {
        // 100 on the bar line, 80 on other beats, 60 between.
        var played = Measure(2 * Bar, 12, (onset, _) => onset % Bar == 0 ? 100 : onset % 24 == 0 ? 80 : 60);
        var shape = Shape(played, StylePlan.Flat);

        Assert.Equal(0, played.Change, 1e-9);
        Assert.Equal(40, shape.VelocityAt(4 * Bar, 0, 0.5) - shape.VelocityAt((4 * Bar) + 12, 0, 0.5), 2.0);
        Assert.Equal(20, shape.VelocityAt((4 * Bar) + 24, 0, 0.5) - shape.VelocityAt((4 * Bar) + 12, 0, 0.5), 2.0);
    }

    [Theory]
    [InlineData(StylePlan.Flat, 0)]
    [InlineData(StylePlan.Accents, 10.0 / 5)]
    [InlineData(StylePlan.Played, 10 * 4.0 / 8)]
    public void Mechanical_accents_of_a_style_count_less(string dynamics, double accent)
    {
        var shape = Shape(Measure(4 * Bar, 24, (_, _) => 80), dynamics);

        Assert.Equal(accent, shape.VelocityAt(4 * Bar, 10, 0.5) - shape.VelocityAt(4 * Bar, 0, 0.5), 1e-9);
    }

    [Fact]
    public void Answer_rises_as_the_phrase_did_again_and_again()
    {
        var shape = Shape(Measure(4 * Bar, 24, (onset, _) => 60 + (onset / 12)), StylePlan.Flat);

        for (int bar = 4; bar < 11; bar++)
        {
            double step = shape.VelocityAt((bar + 1) * Bar, 0, 0.5) - shape.VelocityAt(bar * Bar, 0, 0.5);
            Assert.InRange(step, bar == 7 ? -40 : 3, bar == 7 ? -15 : 15);
        }
    }

    [Fact]
    public void Answer_to_even_notes_is_an_arch_around_their_mean()
    {
        var shape = Shape(Measure(4 * Bar, 24, (_, _) => 80), StylePlan.Flat);
        double[] velocities = [.. Enumerable.Range(0, 33).Select(i => shape.VelocityAt((4 * Bar) + (i * 24), 0, i / 33.0))];

        Assert.Equal(velocities[16], velocities.Max());
        Assert.Equal(8, velocities[16] - velocities[0], 1e-9);
        Assert.Equal(velocities[0], velocities[32], 1e-9);
        Assert.Equal(80, velocities.Average(), 0.5);
    }

    [Fact]
    public void Spread_is_that_of_the_player()
    {
        var played = Measure(8 * Bar, 24, (_, i) => i % 3 == 0 ? 86 : 77);
        var shape = Shape(played, StylePlan.Flat);

        Assert.InRange(played.Spread, 3.5, 4.5);
        double[] velocities = [.. Enumerable.Range(0, 1000).Select(i => shape.VelocityAt(4 * Bar, 0, i / 1000.0))];
        double mean = velocities.Average();
        Assert.Equal(played.Spread, Math.Sqrt(velocities.Average(velocity => Math.Pow(velocity - mean, 2))), 0.1);
    }

    [Fact]
    public void Dynamics_last_until_the_player_plays_again()
    {
        var dynamics = new PlayerDynamics(90);
        Assert.Equal(new PlayedDynamics(90), dynamics.Take());

        dynamics.Hear(new(0, 24, new(60), 40, _bars));
        var first = dynamics.Take();
        Assert.Equal((40, 0, 0), (first.Mean, first.Change, first.Spread));
        Assert.Equal(40, dynamics.Take().Mean);

        dynamics.Clear();
        Assert.Equal(90, dynamics.Take().Mean);
    }

    [Theory]
    [InlineData(AnswerForm.Free, 0)]
    [InlineData(AnswerForm.AsStyle, 20)]
    public void Free_answers_keep_the_velocities_of_before(AnswerForm form, int leastAccent)
    {
        using var stage = new ComposerStage(new FakeModel { Bend = FakeModel.Prefer("velocity", 22) })
        {
            Controls = Greedy with { Form = form, Closes = false },
        };
        for (int i = 0; i < 32; i++)
            stage.Note(12 * i, 12, 60 + (i % 5), (byte)(i % 8 == 0 ? 120 : 60));

        var answer = stage.Answer(4 * Bar, 12 * Bar);
        var (strong, others) = (answer.Where(note => note.Onset % Bar == 0).ToList(), answer.Where(note => note.Onset % 24 != 0).ToList());

        Assert.Equal(form == AnswerForm.Free, answer.DistinctBy(note => note.Velocity).Count() == 1);
        if (strong.Count > 0 && others.Count > 0)
            Assert.True(strong.Average(note => note.Velocity) - others.Average(note => note.Velocity) >= leastAccent);
        Assert.Equal(answer, Again(stage));

        static List<TimedNote> Again(ComposerStage stage) =>
            stage.Answer(4 * Bar, 12 * Bar, new() { Kind = RequestKind.Answer, ReplacesLast = true });
    }

    // Notes from the start of a bar on.
    private static PlayedDynamics Measure(int ticks, int step, Func<int, int, int> velocity)
    {
        var dynamics = new PlayerDynamics(90);
        for (int onset = 0; onset < ticks; onset += step)
            dynamics.Hear(new(onset, step, new(60), (byte)velocity(onset, onset / step), _bars));
        return dynamics.Take();
    }

    private static AnswerDynamics Shape(PlayedDynamics played, string dynamics) =>
        new(played, new(1, 4 * Bar, 12 * Bar), _bars, AnswerDynamics.NotesOf(dynamics));
}
