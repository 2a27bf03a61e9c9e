using System.Diagnostics;
using System.Text;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>Lives of the published plugin that begin, end and begin again in the middle of things.</summary>
public class LifeCycleTests
{
    private const string SlowStyle = "romantic-song-transformer";

    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };
    private static readonly TimeSpan _mostToClose = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(null)]
    [InlineData("base")]
    public void A_plugin_that_is_terminated_and_initialized_again_answers_as_before(string? style)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        if (style is not null)
            Load(plugin, style);
        var first = PlayedTake.Play(plugin, "reel.mid", _offline);
        Assert.NotEmpty(first.Answer);
        byte[] saved = plugin.GetState();
        for (int life = 0; life < 3; life++)
        {
            plugin.Terminate();
            plugin.Terminate();
            plugin.Initialize();
            plugin.Initialize();
            Assert.True(plugin.SetState(saved));
            Assert.Equal(first.Events, PlayedTake.Play(plugin, "reel.mid", _offline).Events);
            Assert.Equal(saved, plugin.GetState());
        }
    }

    [Fact]
    public void A_plugin_that_is_initialized_again_keeps_what_it_had()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        Assert.True(plugin.SetState("""{"format":1,"style":"base","parameters":{"seed":9}}"""u8));
        byte[] saved = plugin.GetState();
        plugin.Terminate();
        // Also while it is not initialized.
        Assert.Equal(saved, plugin.GetState());
        plugin.Initialize();
        Assert.Equal(saved, plugin.GetState());
        Assert.NotEmpty(PlayedTake.Play(plugin, "reel.mid", _offline).Answer);
    }

    [Fact]
    public void A_state_that_is_loaded_while_the_plugin_is_terminated_plays_in_its_next_life()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        var expected = PlayedTake.Of("reel.mid", _offline, "Composer MIDI", prepare: other => Load(other, "base"));
        plugin.Terminate();
        Load(plugin, "base");
        plugin.Initialize();
        Assert.Equal(expected.Events, PlayedTake.Play(plugin, "reel.mid", _offline).Events);
    }

    [Theory]
    [InlineData("irish-scots-session")]
    [InlineData(SlowStyle)]
    public void A_plugin_closes_at_once_while_its_style_loads(string style)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        for (int pause = 0; pause < 100; pause += 20)
        {
            var plugin = library.Create("Composer");
            Load(plugin, style);
            Thread.Sleep(pause);
            AssertClosesAtOnce(plugin);
        }
    }

    [Theory]
    [InlineData(ProcessMode.Realtime)]
    [InlineData(ProcessMode.Offline)]
    public void A_plugin_closes_at_once_while_it_composes(ProcessMode mode)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        for (int quarters = 8; quarters < 12; quarters++)
        {
            var plugin = library.Create("Composer");
            Load(plugin, SlowStyle);
            // A phrase, and the request for the answer.
            using (var session = new HostSession(plugin, new(SongMap.Constant(120), 48000), Phrase(), new() { Mode = mode }))
                session.RunUntilPlayed(quarters);
            AssertClosesAtOnce(plugin);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(150)]
    public void A_render_that_waits_for_an_answer_ends_when_the_host_terminates_the_plugin(int milliseconds)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var plugin = library.Create("Composer");
        // The style is loading, so that the render waits.
        Load(plugin, SlowStyle);
        var session = new HostSession(plugin, new(SongMap.Constant(120), 48000), Phrase(), _offline);
        var audio = new Thread(() => session.RunUntilPlayed(40));
        audio.Start();
        Thread.Sleep(milliseconds);
        long begun = Stopwatch.GetTimestamp();
        plugin.Terminate();
        audio.Join();
        var took = Stopwatch.GetElapsedTime(begun);
        Assert.True(took < 3 * _mostToClose, $"{took}");
        Assert.Equal(0, session.Recording.FailedBlocks);
        session.Dispose();
        plugin.Dispose();
    }

    [Fact]
    public void Many_instances_play_and_close_at_once()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var plugins = Enumerable.Range(0, 24).Select(i => library.Create(i % 2 == 0 ? "Composer" : "Composer MIDI")).ToList();
        foreach (var plugin in plugins)
        {
            using var session = new HostSession(plugin, new(SongMap.Constant(120), 48000), Phrase(), new());
            session.RunUntilPlayed(12);
        }
        plugins.ForEach(AssertClosesAtOnce);
    }

    [Fact]
    public void A_plugin_that_is_not_active_gives_silence_and_takes_its_state()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        plugin.Activate(48000, 512);
        plugin.SetProcessing(true);
        plugin.Terminate();
        // The host's buffers are still there.
        Assert.True(plugin.Process(512, default));
        Assert.Equal((0, 0.0), (plugin.OutputEvents.Count, plugin.OutputPeak(512)));
        Load(plugin, "base");
        plugin.Initialize();
        Assert.NotEmpty(PlayedTake.Play(plugin, "reel.mid", _offline).Answer);
    }

    private static void AssertClosesAtOnce(HostedPlugin plugin)
    {
        long begun = Stopwatch.GetTimestamp();
        plugin.Dispose();
        var took = Stopwatch.GetElapsedTime(begun);
        Assert.True(took < _mostToClose, $"Closing took {took.TotalMilliseconds:0} ms.");
    }

    private static void Load(HostedPlugin plugin, string style) =>
        Assert.True(plugin.SetState(Encoding.UTF8.GetBytes($$"""{"format":1,"style":"{{style}}"}""")));

    private static Timeline Phrase()
    {
        var timeline = new Timeline();
        for (int i = 0; i < 8; i++)
            timeline.Note(i * 0.5, 0.45, 62 + i);
        return timeline;
    }
}
