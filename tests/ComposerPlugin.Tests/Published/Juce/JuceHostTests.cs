using System.Globalization;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>The published plugin in a host that is not ours. Each run is an offline render, so the plugin waits for its model.</summary>
public class JuceHostTests
{
    private const double SampleRate = 48000;

    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };
    private static readonly string[] _blocks = ["--block 512", "--block 64", "--block 2048 --vary-block"];

    [JuceFact]
    public void The_scan_lists_both_classes() => Assert.Equal(
        [$"Composer\tInstrument|Generator\t{Plugin.Version}\t0\t2", $"Composer MIDI\tFx|Generator\t{Plugin.Version}\t0\t0"],
        JuceHost.Run("--list"));

    [JuceTheory]
    [InlineData("reel.mid", "Composer")]
    [InlineData("reel.mid", "Composer MIDI")]
    [InlineData("jig.mid", "Composer")]
    [InlineData("jig.mid", "Composer MIDI")]
    [InlineData("waltz.mid", "Composer")]
    [InlineData("waltz.mid", "Composer MIDI")]
    [InlineData("seven.mid", "Composer")]
    [InlineData("seven.mid", "Composer MIDI")]
    public void A_phrase_is_answered_as_in_our_own_host(string phrase, string className)
    {
        var take = PlayedTake.Of(phrase, _offline, className);
        Assert.NotEmpty(take.Answer);
        foreach (string blocks in _blocks)
            Same(take, JuceHost.Play(phrase, SecondsOf(take), ["--class", className, .. blocks.Split(' ')]), blocks);
    }

    [JuceTheory]
    [InlineData(44100)]
    [InlineData(96000)]
    public void A_phrase_is_answered_as_in_our_own_host_at_other_sample_rates(int rate)
    {
        var take = PlayedTake.Of("reel.mid", _offline, sampleRate: rate);
        Same(take, JuceHost.Play("reel.mid", SecondsOf(take, rate), "--sr", $"{rate}"));
    }

    [JuceFact]
    public void A_project_saved_in_JUCE_restores_its_controls()
    {
        var take = PlayedTake.Of("reel.mid", _offline, prepare: plugin =>
        {
            PlayedTake.Set(plugin, Parameters.AnswerBars, 2);
            PlayedTake.Set(plugin, Parameters.Seed, 77);
        });
        string project = Path.GetTempFileName();
        try
        {
            Same(take, JuceHost.Play("reel.mid", SecondsOf(take), "--set", Setting(Parameters.AnswerBars, 2),
                "--set", Setting(Parameters.Seed, 77), "--save-state", project));
            Same(take, JuceHost.Play("reel.mid", SecondsOf(take), "--load-state", project));
            var shown = JuceHost.Run("--load-state", project, "--params", "--seconds", "0.1");
            Assert.Contains(shown, line => line.Contains($"\t{Parameters.AnswerBars.Title}\t", StringComparison.Ordinal)
                && line.EndsWith("\t2 bars", StringComparison.Ordinal));
            Assert.Contains(shown, line => line.Contains($"\t{Parameters.Seed.Title}\t", StringComparison.Ordinal)
                && line.EndsWith("\t77", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(project);
        }
    }

    [JuceTheory]
    [InlineData("--loop", "0:12", "--stop-at", "17.3")]
    [InlineData("--loop", "1:23", "--vary-block", "--stop-at", "20")]
    [InlineData("--play-from", "0.7", "--stop-at", "6.5")]
    public void A_loop_and_a_stop_leave_no_note_sounding(params string[] transport)
    {
        var sounding = new Dictionary<(int Channel, int Pitch), int>();
        var events = JuceHost.Play("reel.mid", 24, transport);
        Assert.NotEmpty(events);
        foreach (var e in events)
            sounding[(e.Channel, e.Pitch)] = sounding.GetValueOrDefault((e.Channel, e.Pitch)) + (e.IsOn ? 1 : -1);
        Assert.All(sounding, note => Assert.Equal(0, note.Value));
    }

    [JuceTheory]
    [MemberData(nameof(Modes))]
    public void Every_mode_plays_as_in_our_own_host_over_a_tempo_change_and_a_loop(string mode)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var scenario = new ModeScenario(mode);
        string midi = Path.GetTempFileName();
        try
        {
            scenario.WriteTo(midi);
            foreach (Cycle? loop in (Cycle?[])[null, ModeScenario.Loop])
            {
                var recording = scenario.Play(library, _offline, loop: loop);
                double seconds = scenario.Transport(SampleRate, loop).TimeAfter(ModeScenario.Quarters) / SampleRate;
                string[] looped = loop is { } cycle ? ["--loop", $"{cycle.StartQuarter}:{cycle.EndQuarter}"] : [];
                Same(recording, JuceHost.PlayFile(midi, seconds, ["--class", "Composer MIDI", .. scenario.JuceOptions(), .. looped]),
                    $"{mode} {string.Join(' ', looped)}");
            }
        }
        finally
        {
            File.Delete(midi);
        }
    }

    public static TheoryData<string> Modes => [.. ModeScenario.Modes];

    private static string Setting(Parameter parameter, double plain) =>
        string.Create(CultureInfo.InvariantCulture, $"{parameter.Title}={parameter.ToNormalized(plain)}");

    // A second after the last note, to check that nothing follows.
    private static double SecondsOf(PlayedTake take, double sampleRate = SampleRate) => (take.Recording.Events[^1].Time / sampleRate) + 1;

    private static void Same(PlayedTake take, IReadOnlyList<NoteEvent> heard, string options = "") => Same(take.Recording, heard, options);

    private static void Same(Recording recording, IReadOnlyList<NoteEvent> heard, string options)
    {
        var expected = Ordered(NoteEvent.Of(recording));
        var actual = Ordered(heard);
        // Hosts may round the time of an event differently.
        foreach (var (one, other) in expected.Zip(actual))
            Assert.True(one with { Time = 0 } == other with { Time = 0 } && Math.Abs(one.Time - other.Time) <= 1,
                $"our host: {one}; JUCE {options}: {other}");
        Assert.Equal(expected.Count, actual.Count);
    }

    private static List<NoteEvent> Ordered(IEnumerable<NoteEvent> events) =>
        [.. events.OrderBy(e => e.Channel).ThenBy(e => e.Pitch).ThenBy(e => e.IsOn).ThenBy(e => e.Time)];
}
