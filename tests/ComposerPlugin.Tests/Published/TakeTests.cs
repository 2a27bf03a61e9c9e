using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

public class TakeTests
{
    private const double Quarters = 60;

    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline, Splits = BlockSplits.All };

    private static readonly Parameter[] _triggers =
    [
        Parameters.NewTake, Parameters.RerollPitches, Parameters.RerollRhythm, Parameters.PreviousTake, Parameters.PreviousTake,
        Parameters.NextTake, Parameters.VaryTake, Parameters.RerollVelocities, Parameters.Keep,
    ];

    [Fact]
    public void A_kept_take_is_played_again_after_loading_the_project()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        Play(plugin, Phrase().Parameter(8, Parameters.Keep.Id, 1), _offline, 24);
        byte[] saved = plugin.GetState();
        Assert.True(PluginState.TryRead(saved, out var state));
        var kept = Assert.Single(state.Session.Kept);

        foreach (int block in (int[])[16, 512, 4096])
        {
            using var other = library.Create("Composer MIDI");
            Assert.True(other.SetState(saved));
            var setup = _offline with { Blocks = BlockSizes.Fixed(block) };
            var played = Play(other, new Timeline().Parameter(5.1, Parameters.RecallTake.Id, Recall("Kept 1")), setup, 24).Notes();
            // At the position in the bar of the take, which began on its third beat.
            Assert.Equal(kept.Notes.Select(note => (4 + (note.Onset / 24.0), (int)note.Pitch.Number, (int)note.Velocity)),
                played.Select(note => (Math.Round(note.Quarter, 2), note.Pitch, note.Velocity)));
        }
    }

    [Fact]
    public void Takes_are_the_same_at_every_block_size_and_live()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var reference = Events(library, _offline);
        Assert.True(reference.Count > 100, $"{reference.Count} events");
        foreach (int block in (int[])[1, 16, 64, 480, 1024, 4096])
            Assert.Equal(reference, Events(library, _offline with { Blocks = BlockSizes.Fixed(block) }));
        Assert.Equal(reference, Events(library, _offline with { Blocks = BlockSizes.Random(0, 2048, 5) }));

        using var plugin = library.Create("Composer MIDI");
        while (plugin.GetNormalized(Parameters.Status.Id) == 0)
            Thread.Yield();
        var offline = Notes(Play(library, _offline, Quarters, 3));
        var live = Notes(Play(plugin, Song(), new() { Pacing = Pacing.Realtime, Splits = BlockSplits.All }, Quarters, 3));
        Assert.True(live.Count > offline.Count / 2, $"{live.Count} of {offline.Count} notes were in time");
        Assert.All(live, note => Assert.Contains(note, offline));
    }

    [Fact]
    public void Auto_apply_plays_the_phrase_again_with_the_changed_control()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var timeline = Phrase().Parameter(8.2, Parameters.LowestNote.Id, Parameters.LowestNote.ToNormalized(96));
        using var plugin = library.Create("Composer MIDI");
        PlayedTake.Set(plugin, Parameters.AutoApply, 1);
        var notes = Play(plugin, timeline, _offline, 24).Notes().Where(note => note.Quarter > 3.95).ToList();
        Assert.Contains(notes, note => note.Pitch < 96);
        Assert.All(notes.Where(note => note.Quarter >= 9), note => Assert.True(note.Pitch >= 96, $"{note.Pitch} at {note.Quarter}"));
        Assert.Contains(notes, note => note.Quarter >= 9);
    }

    private static double Recall(string name)
    {
        Assert.True(Parameters.RecallTake.TryParse(name, out double normalized));
        return normalized;
    }

    private static List<string> Events(PluginLibrary library, SessionSetup setup) =>
        [.. NoteEvent.Of(Play(library, setup, Quarters)).Select(e => $"{e}")];

    private static List<(double Quarter, int Pitch, int Velocity)> Notes(Recording recording) =>
        [.. recording.Notes().Select(note => (Math.Round(note.Quarter, 2), note.Pitch, note.Velocity))];

    private static Recording Play(PluginLibrary library, SessionSetup setup, double quarters, double speed = 1)
    {
        using var plugin = library.Create("Composer MIDI");
        return Play(plugin, Song(), setup, quarters, speed);
    }

    private static Recording Play(HostedPlugin plugin, Timeline timeline, SessionSetup setup, double quarters, double speed = 1)
    {
        PlayedTake.Set(plugin, Parameters.AnswerBars, 2);
        using var session = new HostSession(plugin, new(SongMap.Constant(120 * speed), 48000), timeline, setup);
        return session.RunUntilPlayed(quarters).Recording;
    }

    // A phrase, every way to another take, and two takes that are played again.
    private static Timeline Song()
    {
        var timeline = Phrase();
        for (int i = 0; i < _triggers.Length; i++)
            timeline.Parameter(9.3 + (5 * i), _triggers[i].Id, 1);
        return timeline.Parameter(52.3, Parameters.RecallTake.Id, Recall("Recent 3"))
            .Parameter(56.3, Parameters.RecallTake.Id, Recall("Kept 1"));
    }

    private static Timeline Phrase()
    {
        var timeline = new Timeline();
        for (int i = 0; i < 4; i++)
            timeline.Note(i, 0.9, ((int[])[60, 62, 64, 65])[i]);
        return timeline;
    }
}
