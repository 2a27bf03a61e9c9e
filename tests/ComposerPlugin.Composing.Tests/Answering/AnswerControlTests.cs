using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class AnswerControlTests(PresetStyle preset) : IClassFixture<PresetStyle>
{
    [Fact]
    public void Denser_takes_of_the_preset_have_more_notes()
    {
        int[] notes = [.. ((float[])[-1, -0.5f, 0, 0.5f, 1])
            .Select(density => preset.Takes(PresetStyle.Plain with { Density = density }).Sum(take => take.Count))];

        Assert.Equal(notes.Order().Distinct(), notes);
        Assert.InRange((double)notes[4] / notes[0], 2, 20);
    }

    [Theory]
    [InlineData("irish-bars")]
    [InlineData("irish-passages")]
    public void Denser_takes_of_styles_that_plan_have_more_notes(string name)
    {
        using var planner = new PresetStyle(name);
        int[] notes = [.. ((float[])[-1, -0.5f, 0, 0.5f, 1])
            .Select(density => planner.Takes(PresetStyle.Plain with { Density = density }).Sum(take => take.Count))];

        Assert.Equal(notes.Order().Distinct(), notes);
        Assert.True(notes[4] > 1.2 * notes[0], string.Join(' ', notes));
    }

    [Fact]
    public void Denser_chords_have_more_notes()
    {
        int[] notes = [.. ((float[])[-1, 0, 1]).Select(density =>
        {
            using var stage = new ComposerStage(new FakeModel(), StyleFiles.Recurrent with { Polyphony = 3 })
            {
                Controls = PresetStyle.Plain with { Density = density },
            };
            return stage.Answer(0, 16 * Bar).Count;
        })];

        Assert.Equal(notes.Order().Distinct(), notes);
    }

    [Fact]
    public void Preset_repeats_more_of_the_phrase_with_more_memory()
    {
        double[] shares = [.. ((float[])[-3, 0, 3]).Select(memory => preset.Takes(PresetStyle.Plain with { Memory = memory }).Chunk(4).Zip(
            (string[])["reel", "jig", "waltz"])
                .SelectMany(group => group.First.Select(take => Shared(PresetStyle.Heard(group.Second), take))).Average())];

        Assert.Equal(shares.Order(), shares);
        Assert.True(shares[2] > shares[0] + 0.1, string.Join(' ', shares));
    }

    [Fact]
    public void Model_gets_the_memory_of_each_answer()
    {
        var model = new FakeModel();
        using var stage = new ComposerStage(model) { Controls = new(Grid.Sixteenth, 1, 1, 1) { Memory = 1.5f } };
        stage.Answer(0, Bar);
        Assert.Equal(1.5f, model.Memory);
        stage.Controls = stage.Controls with { Memory = -1 };
        stage.Answer(Bar, 2 * Bar);
        Assert.Equal(-1, model.Memory);
    }

    [Theory]
    [InlineData(VelocitySource.Player, 1, 40)]
    [InlineData(VelocitySource.Style, 1, 90)]
    [InlineData(VelocitySource.Fixed, 1, 70)]
    [InlineData(VelocitySource.Player, 0.5f, 20)]
    [InlineData(VelocitySource.Style, 2, 127)]
    [InlineData(VelocitySource.Fixed, 0, 1)]
    public void Velocity_follows_the_player_or_the_style_or_is_fixed_and_is_scaled(VelocitySource from, float scale, byte expected)
    {
        // Class 22 is velocity 90, the style's mean.
        using var stage = new ComposerStage(new FakeModel { Bend = FakeModel.Prefer("velocity", 22) })
        {
            Controls = new(Grid.Sixteenth, 1, 1, 1) { VelocityFrom = from, FixedVelocity = 70, VelocityScale = scale },
        };
        stage.Note(0, 24, 60, 40);

        var answer = stage.Answer(Bar, 3 * Bar);

        Assert.NotEmpty(answer);
        Assert.All(answer, note => Assert.Equal(expected, note.Velocity));
    }

    // The share of an answer's four-note groups whose intervals and IOIs were heard.
    private static double Shared(Phrase heard, Phrase take)
    {
        var motifs = Motifs(heard).ToHashSet();
        return Motifs(take).Average(motif => motifs.Contains(motif) ? 1 : 0.0);
    }

    private static IEnumerable<string> Motifs(Phrase phrase) => Enumerable.Range(3, Math.Max(phrase.Count - 3, 0)).Select(last =>
        string.Join(' ', Enumerable.Range(last - 3, 4)
            .Select(i => (phrase[i].Pitch.Number - phrase[last - 3].Pitch.Number, phrase[i].Onset - phrase[last - 3].Onset))));
}
