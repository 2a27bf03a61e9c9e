using ComposerPlugin.Host;
using ComposerPlugin.Composing;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

public class LearnedTriggerTests
{
    private const int Quarter = 24000;

    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_control_or_its_pedal_triggers_a_new_take(bool byPedal)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        var timeline = Phrase();
        if (byPedal)
            timeline.LiveParameter(0, Parameters.Learn.Id, Parameters.Learn.ToNormalized(1)).LiveController(0, 64, 127)
                .LiveController(200, 64, 0).LiveController(14 * Quarter, 64, 127);
        else
            timeline.LiveParameter(14 * Quarter, Parameters.NewTake.Id, 1);
        var (first, again) = Play(plugin, timeline);
        Assert.NotEmpty(first);
        Assert.NotEmpty(again);
        Assert.NotEqual(first.Select(note => note.Pitch), again.Select(note => note.Pitch));
    }

    [Fact]
    public void A_learned_controller_changes_the_next_answer_as_automation_does()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var answers = new List<List<RecordedNote>>();
        foreach (int way in (int[])[0, 1, 2])
        {
            using var plugin = library.Create("Composer MIDI");
            uint learn = Parameters.Learn.Id, scale = Parameters.VelocityScale.Id;
            var timeline = Phrase();
            if (way == 1)
                timeline.LiveParameter(0, learn, LearnsVelocityScale(plugin))
                    .LiveController(100, 20, 127).LiveController(200, 20, 0);
            else if (way == 2)
                timeline.LiveParameter(200, scale, 0);
            answers.Add([.. Play(plugin, timeline).Before]);
            Assert.Equal(way == 0 ? 0.5 : 0, plugin.GetNormalized(scale));
        }
        Assert.NotEqual(Velocities(answers[0]), Velocities(answers[1]));
        Assert.Equal(Velocities(answers[2]), Velocities(answers[1]));
    }

    [Fact]
    public void A_kept_take_and_the_last_phrase_are_restored_with_the_project()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        Play(plugin, Phrase().LiveParameter(14 * Quarter, Parameters.Keep.Id, 1));
        // The worker handles the request asynchronously.
        Assert.True(SpinWait.SpinUntil(() => Read(plugin).Kept.Count > 0, TimeSpan.FromMinutes(1)));
        byte[] saved = plugin.GetState();
        Assert.True(PluginState.TryRead(saved, out var state));
        Assert.Equal([60, 62, 64, 65], state.Session.LastPhrase!.Select(note => (int)note.Pitch.Number));
        Assert.NotEmpty(Assert.Single(state.Session.Kept).Notes);

        using var other = library.Create("Composer MIDI");
        Assert.True(other.SetState(saved));
        Assert.Equal(saved, other.GetState());
        Assert.Equal(state.Session.Kept, Read(other).Kept);
    }

    private static double LearnsVelocityScale(HostedPlugin plugin) =>
        plugin.TryParse(Parameters.Learn.Id, Parameters.VelocityScale.Title, out double normalized) ? normalized : 0;

    private static IEnumerable<(int Pitch, int Velocity)> Velocities(List<RecordedNote> notes) =>
        notes.Select(note => (note.Pitch, note.Velocity));

    private static SessionSnapshot Read(HostedPlugin plugin) =>
        PluginState.TryRead(plugin.GetState(), out var state) ? state.Session : SessionSnapshot.Empty;

    // Four quarters at 120 bpm, answered by two bars.
    private static Timeline Phrase()
    {
        var timeline = new Timeline();
        for (int i = 0; i < 4; i++)
            timeline.Note(i, 0.9, ((int[])[60, 62, 64, 65])[i]);
        return timeline;
    }

    private static (List<RecordedNote> Before, List<RecordedNote> After) Play(HostedPlugin plugin, Timeline timeline)
    {
        PlayedTake.Set(plugin, Parameters.AnswerBars, 2);
        using var session = new HostSession(plugin, new(SongMap.Constant(120), 48000), timeline, _offline);
        var answered = session.RunFrames(28 * Quarter).Recording.Notes().Where(note => note.Quarter > 3.95).ToList();
        return ([.. answered.Where(note => note.Quarter < 14)], [.. answered.Where(note => note.Quarter >= 14)]);
    }
}
