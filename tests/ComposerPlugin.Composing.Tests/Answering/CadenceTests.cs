using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing.Tests;

public sealed class CadenceTests(PresetStyle preset) : IClassFixture<PresetStyle>
{
    // If an answer ends on a bar line, its last note begins a bar earlier, or in the middle of the bar if that is a beat. Otherwise it
    // begins on the last bar line or middle of a bar that leaves at least a beat.
    [Theory]
    [InlineData(4, 4, 384, 336)]
    [InlineData(2, 4, 192, 168)]
    [InlineData(6, 8, 288, 252)]
    [InlineData(3, 4, 288, 216)]
    [InlineData(9, 8, 432, 324)]
    [InlineData(7, 8, 336, 252)]
    [InlineData(4, 4, 408, 384)]
    [InlineData(4, 4, 396, 336)]
    public void Last_onset_of_an_answer_is_on_a_strong_beat(int numerator, int denominator, long end, long last)
    {
        var cadence = Cadence.Of(new(1, 0, end), Grid.Sixteenth, new(new(numerator, denominator), 0));

        Assert.True(cadence.Closes);
        Assert.Equal(last, cadence.Last);
    }

    [Theory]
    [InlineData(72, 3, 4, 48)]
    [InlineData(24, 4, 4, 23)]
    public void Short_answer_ends_on_a_weak_beat_or_without_a_cadence(long end, int numerator, int denominator, long last) =>
        Assert.Equal(last, Cadence.Of(new(1, 0, end), Grid.Sixteenth, new(new(numerator, denominator), 0)).Last);

    [Theory]
    [InlineData(4, 4, 1)]
    [InlineData(4, 4, 3)]
    [InlineData(6, 8, 1)]
    [InlineData(3, 4, 1)]
    [InlineData(7, 8, 2)]
    public void Answer_ends_with_a_long_note_on_a_strong_beat(int numerator, int denominator, int polyphony)
    {
        var meter = new Meter(numerator, denominator);
        int bar = meter.BarTicks, end = 6 * bar;
        for (uint seed = 1; seed <= 20; seed++)
        {
            using var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Polyphony = polyphony })
            {
                Meter = meter, Controls = new(Grid.Sixteenth, 1, 1, seed),
            };

            var last = stage.Answer(2 * bar, end)[^1];

            Assert.InRange(last.Onset, end - bar, end - meter.BeatTicks);
            Assert.True((last.Onset - end) % bar == 0 || 2 * (end - last.Onset) == bar);
            Assert.InRange(last.Duration, Math.Min(Math.Max(meter.BeatTicks, bar / 2), end - last.Onset), end - last.Onset);
        }
    }

    [Fact]
    public void Answer_without_a_cadence_plays_up_to_its_end()
    {
        var model = new FakeModel { Bend = FakeModel.Prefer("duration", Vocabulary.DurationClass(12)) };
        using var stage = new ComposerStage(model) { Controls = new(Grid.Eighth, 1, 0.5f, 1) { Closes = false, Density = 1 } };

        Assert.Equal((4 * 96) - 12, stage.Answer(0, 4 * 96)[^1].Onset);
    }

    [Fact]
    public void Preset_ends_on_the_tonic_without_large_leaps()
    {
        var dorian = PresetStyle.Plain with
        {
            EndsOnTonic = true, Tonic = 2, Scale = Scale.Named.Single(scale => scale.Name == "Dorian").Scale,
        };
        var leaps = new List<int>();
        foreach (var take in preset.Takes(dorian))
        {
            Assert.Equal(2, take[^1].Pitch.Class);
            leaps.Add(Math.Abs(take[^1].Pitch.Number - take[^2].Pitch.Number));
        }
        Assert.InRange(leaps.Average(), 0, 7);
    }

    [Fact]
    public void Tonic_that_the_model_never_plays_is_reached_by_the_smallest_interval()
    {
        using var stage = new ComposerStage(new FakeModel { Bend = WithoutClass(7) })
        {
            Controls = new(Grid.Sixteenth, 1, 1, 3) { EndsOnTonic = true, Tonic = 7, Scale = Scale.Named[1].Scale },
        };

        var answer = stage.Answer(0, 4 * 96);

        Assert.All(answer.SkipLast(1), note => Assert.NotEqual(7, note.Pitch.Class));
        Assert.Equal(7, answer[^1].Pitch.Class);
        Assert.InRange(Math.Abs(answer[^1].Pitch.Number - answer[^2].Pitch.Number), 1, 6);
    }

    [Fact]
    public void Tonic_without_a_scale_is_that_of_the_heard_key()
    {
        using var stage = new ComposerStage(new FakeModel { Bend = InDMajor })
        {
            Controls = new(Grid.Sixteenth, 1, 1, 3) { EndsOnTonic = true, Tonic = 0 },
        };
        ReadOnlySpan<int> pitches = [62, 66, 69, 67, 64, 66, 61, 62];
        for (int i = 0; i < pitches.Length; i++)
            stage.Note(24 * i, 24, pitches[i]);

        Assert.Equal(2, stage.Answer(2 * 96, 4 * 96)[^1].Pitch.Class);
    }

    [Fact]
    public void Answer_in_a_range_without_the_tonic_ends_freely()
    {
        var controls = new AnswerControls(Grid.Sixteenth, 1, 1, 3)
        {
            EndsOnTonic = true, Tonic = 0, Scale = Scale.Named[1].Scale, Lowest = new(62), Highest = new(67),
        };
        using var stage = new ComposerStage(new FakeModel()) { Controls = controls };

        Assert.InRange(stage.Answer(0, 4 * 96)[^1].Pitch.Number, 62, 67);
    }

    private static void InDMajor(string head, float[] logits)
    {
        for (int pitch = 0; pitch < logits.Length && head == "pitch"; pitch++)
            logits[pitch] -= Scale.Named[1].Scale.Contains(pitch, 2) ? pitch % 12 == 2 ? -2 : 0 : 50;
    }

    // Very unlikely, but not masked: a masked class cannot be forced.
    private static Action<string, float[]> WithoutClass(int pitchClass) => (head, logits) =>
    {
        for (int pitch = pitchClass; pitch < logits.Length && head == "pitch"; pitch += 12)
            logits[pitch] -= 50;
    };
}
