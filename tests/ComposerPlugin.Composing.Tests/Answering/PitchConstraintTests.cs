using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class PitchConstraintTests(PresetStyle preset) : IClassFixture<PresetStyle>
{
    [Fact]
    public void No_note_is_outside_the_range_and_the_scale_under_random_controls()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var controls = Locked(random);
            using var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Polyphony = random.Next(3) == 0 ? 3 : 1 })
            {
                Controls = controls,
            };
            stage.PlayTwoBars();

            var answer = stage.Answer(2 * Bar, 4 * Bar);

            bool any = Enumerable.Range(0, Pitch.Count).Any(pitch => IsInside(pitch, controls));
            Assert.True(any == answer.Count > 0, $"seed {seed}: {answer.Count} notes");
            Assert.True(answer.All(note => IsInside(note.Pitch.Number, controls)),
                $"seed {seed}: {string.Join(' ', answer.Select(note => note.Pitch))}");
        }
    }

    [Fact]
    public void Preset_keeps_to_a_foreign_scale()
    {
        var controls = PresetStyle.Plain with
        {
            Scale = Scale.Named.Single(scale => scale.Name == "Hirajoshi").Scale, Tonic = 1, Lowest = new(60), Highest = new(84),
            EndsOnTonic = true,
        };
        var pitches = preset.Takes(controls).SelectMany(take => take.Select(note => (int)note.Pitch.Number)).ToList();

        Assert.All(pitches, pitch => Assert.True(IsInside(pitch, controls)));
        Assert.True(pitches.Distinct().Count() >= 6);
    }

    [Fact]
    public void Range_without_a_note_of_the_scale_gives_silence_and_a_notice()
    {
        // From C sharp to D sharp C major has only D; at C sharp alone it has no note.
        var controls = new AnswerControls(Grid.Sixteenth, 1, 1, 1) { Scale = Scale.Named[1].Scale, Lowest = new(61), Highest = new(63) };
        using var stage = new ComposerStage(new FakeModel()) { Controls = controls with { Highest = new(61) } };

        Assert.Empty(stage.Answer(0, 2 * Bar));
        Assert.Contains("widen the range", stage.Composer.Notice, StringComparison.Ordinal);

        stage.Controls = controls;
        Assert.All(stage.Answer(2 * Bar, 4 * Bar), note => Assert.Equal(62, note.Pitch.Number));
        Assert.Null(stage.Composer.Notice);
    }

    [Theory]
    [InlineData(AnswerSource.Take)]
    [InlineData(AnswerSource.Phrase)]
    public void Takes_and_variations_keep_to_range_and_scale_too(AnswerSource from)
    {
        for (int seed = 0; seed < 50; seed++)
        {
            using var stage = new ComposerStage(new FakeModel()) { Controls = new(Grid.Sixteenth, 1, 1, 1) };
            stage.PlayTwoBars();
            stage.Answer(2 * Bar, 4 * Bar);
            var controls = stage.Controls = Locked(new(seed));

            var answer = stage.Answer(4 * Bar, 6 * Bar, new() { Kind = RequestKind.Answer, Source = from, Take = 1 });

            bool any = Enumerable.Range(0, Pitch.Count).Any(pitch => IsInside(pitch, controls));
            Assert.True(any == answer.Count > 0 && answer.All(note => IsInside(note.Pitch.Number, controls)), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1)]
    public void Octave_plays_the_same_answer_higher_or_lower(sbyte octave)
    {
        var plain = Answer(0, out var heard);
        var moved = Answer(octave, out var heardMoved);

        Assert.Equal(plain.Select(note => note with { Pitch = note.Pitch.Transpose(12 * octave) }), moved);
        // The model reads the answer as composed, even if it was stopped.
        Assert.Equal(heard, heardMoved);

        static List<TimedNote> Answer(sbyte octave, out List<StepInput> heard)
        {
            var model = new FakeModel();
            using var stage = new ComposerStage(model) { Controls = new(Grid.Sixteenth, 1, 1, 1) { Octave = octave } };
            stage.PlayTwoBars();
            var answer = stage.Answer(2 * Bar, 4 * Bar);
            stage.Stop(3 * Bar);
            stage.Note((3 * Bar) + 24, 12, 65);
            stage.Note((3 * Bar) + 36, 12, 67);
            stage.Run();
            heard = [.. model.Inputs];
            return answer;
        }
    }

    [Fact]
    public void Range_below_the_style_is_played_octaves_lower()
    {
        using var stage = new ComposerStage(new FakeModel())
        {
            Controls = new(Grid.Sixteenth, 1, 1, 1) { Lowest = new(24), Highest = new(36), Density = 1 },
        };

        var pitches = stage.Answer(0, 8 * Bar).Select(note => (int)note.Pitch.Number).ToList();

        Assert.All(pitches, pitch => Assert.InRange(pitch, 24, 36));
        Assert.True(pitches.Distinct().Count() > 8);
    }

    [Theory]
    [InlineData(36, 59)]
    [InlineData(48, 65)]
    [InlineData(84, 108)]
    public void Range_outside_the_phrases_register_transposes_the_answer_by_octaves(byte lowest, byte highest)
    {
        using var style = new PresetStyle();
        var takes = style.Takes(PresetStyle.Plain with { Lowest = new(lowest), Highest = new(highest) }).ToList();
        Assert.All(takes.SelectMany(take => take), note => Assert.InRange(note.Pitch.Number, lowest, highest));
        // Notes clamped to the range's edge would have few different pitches.
        Assert.InRange(Pitches(takes), 0.6 * Pitches(style.Takes(PresetStyle.Plain)), double.PositiveInfinity);

        static double Pitches(IEnumerable<Phrase> takes) => takes.Average(take => take.Select(note => note.Pitch).Distinct().Count());
    }

    private static AnswerControls Locked(Random random)
    {
        int lowest = random.Next(Pitch.Count);
        return new(Grid.Sixteenth, random.Next(3) * 0.7f, 1, (uint)random.Next())
        {
            Scale = Scale.Named[random.Next(Scale.Named.Count)].Scale,
            Tonic = (byte)random.Next(12),
            Lowest = new((byte)lowest),
            Highest = new((byte)Math.Min(lowest + (random.Next(2) * random.Next(60)) + random.Next(4), Pitch.Count - 1)),
            Octave = (sbyte)random.Next(-3, 4),
            EndsOnTonic = random.Next(2) == 0,
            RepeatGuard = (RepeatGuardStrength)random.Next(3),
            Density = random.NextSingle(),
        };
    }

    private static bool IsInside(int pitch, AnswerControls controls) =>
        pitch >= controls.Lowest.Number && pitch <= controls.Highest.Number && controls.Scale.Contains(pitch, controls.Tonic);
}
