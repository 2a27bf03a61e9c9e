using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

public class ParameterTests
{
    public static TheoryData<string> Keys => [.. Parameters.All.Where(parameter => parameter != Parameters.Status).Select(parameter => parameter.Key)];

    [Fact]
    public void Ids_and_keys_are_those_of_the_first_release() => Assert.Equal(
        "1 bypass, 2 answer-bars, 3 phrase-end, 4 start-on, 5 grid, 6 surprise, 7 top-p, 8 seed, 9 mode, 10 trade-bars, 11 density, 12 memory, "
        + "13 lowest-note, 14 highest-note, 15 key, 16 scale, 17 end-on-tonic, 18 octave, 19 velocity, 20 fixed-velocity, 21 velocity-scale, 22 swing, "
        + "23 timing, 24 repeat-guard, 25 thru, 26 channel, 27 variation, 28 morph, 29 style, 30 execution-provider, 100 status",
        string.Join(", ", Parameters.All.OrderBy(parameter => parameter.Id).Select(parameter => $"{parameter.Id} {parameter.Key}")));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_step_keeps_its_value_and_its_text(string key)
    {
        var parameter = Parameters.All.Single(one => one.Key == key);
        int steps = parameter.Steps > 0 ? parameter.Steps : 100;
        for (int step = 0; step <= steps; step++)
        {
            double plain = parameter.Lowest + ((parameter.Highest - parameter.Lowest) * step / steps);
            double normalized = parameter.ToNormalized(plain);
            Assert.Equal(plain, parameter.ToPlain(normalized), 9);
            Assert.True(parameter.TryParse(parameter.Format(normalized), out double parsed));
            Assert.Equal(parameter.Format(normalized), parameter.Format(parsed));
            Assert.True(parameter.TryParse($" {parameter.Format(normalized)} {parameter.Unit}", out _));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Values_out_of_range_go_to_the_end_of_it(string key)
    {
        var parameter = Parameters.All.Single(one => one.Key == key);
        Assert.Equal((parameter.Lowest, parameter.Highest), (parameter.ToPlain(-3), parameter.ToPlain(7)));
        Assert.Equal((0.0, 1.0), (parameter.ToNormalized(-1e9), parameter.ToNormalized(1e9)));
        Assert.InRange(parameter.Default, parameter.Lowest, parameter.Highest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("loud")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    public void A_text_that_means_nothing_is_refused(string text) => Assert.False(Parameters.Surprise.TryParse(text, out _));

    [Fact]
    public void Only_the_status_is_not_automatable() => Assert.Equal([Parameters.Status],
        Parameters.All.Where(parameter => !parameter.Flags.HasFlag(ParameterFlags.CanAutomate)));

    [Fact]
    public void The_defaults_are_what_the_readme_says()
    {
        double[] plain = new double[Parameters.MostIds];
        foreach (var parameter in Parameters.All)
            plain[parameter.Id] = parameter.Default;
        var controls = ControlReading.Read(plain);
        Assert.Equal(new(false, 4, 0, Engine.StartOn.Beat, new(Music.Grid.Sixteenth, 1, 0.95f, 1)), controls);
    }
}
