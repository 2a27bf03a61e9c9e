using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

public class ParameterTests
{
    public static TheoryData<string> Keys =>
        [.. Parameters.All.Where(parameter => parameter != Parameters.Status).Select(parameter => parameter.Key)];

    [Fact]
    public void Ids_and_keys_never_change() => Assert.Equal(
        "1 bypass, 2 answer-bars, 3 phrase-end, 4 start-on, 5 grid, "
            + "6 surprise, 7 top-p, 8 seed, 9 mode, 10 trade-bars, 11 density, 12 memory, "
        + "13 lowest-note, 14 highest-note, 15 key, 16 scale, 17 end-on-tonic, "
            + "18 octave, 19 velocity, 20 fixed-velocity, 21 velocity-scale, 22 swing, "
        + "23 timing, 24 repeat-guard, 25 thru, 26 channel, 27 variation, 28 morph, 29 style, 30 execution-provider, "
        + "31 preview-level, 32 new-take, 33 previous-take, 34 keep, 35 capture-a, 36 capture-b, 37 learn, 38 program, "
            + "39 next-take, 40 reroll-pitches, 41 reroll-rhythm, 42 reroll-velocities, 43 vary-take, 44 recall-take, 45 auto-apply, "
        + "46 form, 47 follow-phrase, 100 status",
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
    public void Values_out_of_range_are_clamped(string key)
    {
        var parameter = Parameters.All.Single(one => one.Key == key);
        Assert.Equal((parameter.Lowest, parameter.Highest), (parameter.ToPlain(-3), parameter.ToPlain(7)));
        // Without the bundle there is one program only.
        Assert.Equal((0.0, parameter.Highest > parameter.Lowest ? 1.0 : 0.0), (parameter.ToNormalized(-1e9), parameter.ToNormalized(1e9)));
        Assert.InRange(parameter.Default, parameter.Lowest, parameter.Highest);
    }

    [Fact]
    public void Steps_of_the_first_release_never_change() => Assert.Equal(
        "bypass 1, style 127, execution-provider 2, mode 4, answer-bars 15, trade-bars 3, phrase-end 32, start-on 2, grid 6, seed 9999, "
            + "new-take 1, previous-take 1, keep 1, capture-a 1, capture-b 1, variation 0, morph 0, surprise 0, top-p 0, density 0, "
            + "memory 0, lowest-note 127, highest-note 127, key 11, scale 15, end-on-tonic 1, octave 6, repeat-guard 2, velocity 2, "
            + "fixed-velocity 126, velocity-scale 0, swing 0, timing 1, thru 1, channel 16, preview-level 0, status 2",
        string.Join(", ", Parameters.All.Where(parameter => parameter.Id is < 37 or 100)
            .Select(parameter => $"{parameter.Key} {parameter.Steps}")));

    [Fact]
    public void Learning_begins_with_the_first_triggers_and_controls_come_after_forgetting_all()
    {
        Assert.Equal(["Off", "New take", "Previous take", "Keep take", "Capture A", "Capture B"], Parameters.Learn.Names.Take(6));
        Assert.Equal(["Vary take", "Forget all", "Execution provider"], Parameters.Learn.Names.Skip(10).Take(3));
        Assert.Equal("Forget all", Parameters.Learn.Names[LearnEntries.ForgetAll]);
        Assert.Equal(MidiLearn.Learners, Parameters.Learners.Count);
        Assert.All(Enumerable.Range(0, MidiLearn.Learners), learner =>
        {
            Assert.Equal(Parameters.Learners[learner].Title, Parameters.Learn.Names[LearnEntries.Of(learner)]);
            Assert.Equal(learner, LearnEntries.LearnerAt(LearnEntries.Of(learner)));
        });
        Assert.Equal(MidiLearn.Triggers, Enum.GetValues<Engine.TakeTrigger>().Length);
        Assert.Equal(MidiLearn.Triggers, Parameters.Triggers.Count);
    }

    [Fact]
    public void All_controls_learn_that_can_be_automated_and_are_saved() => Assert.Equal(
        Parameters.All.Where(parameter =>
            parameter.Flags.HasFlag(ParameterFlags.CanAutomate) && parameter.IsSaved && parameter != Parameters.Bypass),
        Parameters.Learners.Skip(Parameters.Triggers.Count));

    [Theory]
    [InlineData("")]
    [InlineData("loud")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    public void A_text_without_a_value_is_refused(string text) => Assert.False(Parameters.Surprise.TryParse(text, out _));

    [Fact]
    public void Only_programs_and_the_status_are_not_automatable() =>
        Assert.Equal([Parameters.Program, Parameters.Status],
        Parameters.All.Where(parameter => !parameter.Flags.HasFlag(ParameterFlags.CanAutomate)));

    [Fact]
    public void The_defaults_are_those_of_the_readme()
    {
        double[] plain = new double[Parameters.MaxIds];
        foreach (var parameter in Parameters.All)
            plain[parameter.Id] = parameter.Default;
        var controls = ControlValues.Read(plain);
        Assert.Equal(new Engine.PlayControls(false, 4, 0, Engine.StartQuantize.Beat, new(Music.Grid.Sixteenth, 1, 0.95f, 1)
            {
                Form = Engine.AnswerForm.AsStyle,
            }) with { FollowsPhrase = true, PreviewGain = controls.PreviewGain }, controls);
        Assert.Equal(0.25f, controls.PreviewGain, 2);
    }

    [Fact]
    public void The_lowest_preview_level_is_off()
    {
        double[] plain = new double[Parameters.MaxIds];
        plain[Parameters.PreviewLevel.Id] = -60;
        Assert.Equal(0, ControlValues.Read(plain).PreviewGain);
        Assert.Equal("Off", Parameters.PreviewLevel.Format(0));
    }

    [Fact]
    public void Every_group_has_its_controls_side_by_side()
    {
        var groups = Parameters.All.Select(parameter => parameter.Group).ToList();
        var runs = groups.Where((group, i) => i == 0 || groups[i - 1] != group).ToList();
        Assert.Equal([ParameterGroup.Plugin, ParameterGroup.Style, ParameterGroup.Play, ParameterGroup.Takes, ParameterGroup.Notes,
            ParameterGroup.Feel, ParameterGroup.Output], runs.Take(7));
        Assert.Equal(ParameterGroup.Plugin, runs[^1]);
        Assert.Equal(runs.Count - 1, runs.Distinct().Count());
    }

    [Fact]
    public void Hosts_show_the_groups()
    {
        using var stage = new InstanceStage();
        Assert.Equal(["Composer", "Play", "Takes", "Notes", "Feel", "Output", "Style"], stage.Hosted.Units.Values);
        Assert.Equal(["Default"], stage.Hosted.Programs);
        foreach (var parameter in Parameters.All.Where(parameter => parameter != Parameters.PreviewLevel))
            Assert.Equal((int)parameter.Group, stage.Hosted.Parameters.Single(hosted => hosted.Id == parameter.Id).UnitId);
    }
}
