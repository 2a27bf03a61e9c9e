using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>
/// The take for a seed, in every mode: at every block size and sample rate, live and offline, and after the project was saved and loaded.
/// </summary>
public class DeterminismTests
{
    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline, Splits = BlockSplits.All };

    public static TheoryData<string> Modes => [.. ModeScenario.Modes];

    private static BlockSizes[] Blocks =>
        [.. ((int[])[16, 32, 64, 128, 256, 480, 1024, 2048, 4096]).Select(BlockSizes.Fixed), BlockSizes.Random(0, 2048, 5),
            BlockSizes.Repeating(0, 700, 0, 31)];

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_take_is_the_same_at_every_block_size(string mode)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        foreach (Cycle? loop in (Cycle?[])[null, ModeScenario.Loop])
        {
            var reference = Events(new ModeScenario(mode).Play(library, _offline, loop: loop));
            Assert.True(reference.Count > 50, $"{reference.Count} events");
            foreach (var blocks in Blocks)
                Assert.Equal(reference, Events(new ModeScenario(mode).Play(library, _offline with { Blocks = blocks }, loop: loop)));
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_take_is_the_same_at_every_sample_rate(string mode)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var reference = Notes(new ModeScenario(mode).Play(library, _offline));
        foreach (double rate in (double[])[44100, 88200, 96000, 176400, 192000])
            Assert.Equal(reference, Notes(new ModeScenario(mode).Play(library, _offline, rate)));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_take_is_the_same_after_the_project_was_saved_and_loaded(string mode)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var first = library.Create("Composer MIDI");
        PlayedTake.Set(first, Parameters.Seed, 77);
        var reference = Events(new ModeScenario(mode).Play(first, _offline));
        Assert.NotEqual(reference, Events(new ModeScenario(mode).Play(library, _offline)));

        using var second = library.Create("Composer MIDI");
        Assert.True(second.SetState(first.GetState()));
        Assert.Equal(reference, Events(new ModeScenario(mode).Play(second, _offline)));
        // The first instance, which is still open, gives the same take after the note-offs of its deactivation.
        var again = NoteEvent.Of(new ModeScenario(mode).Play(first, _offline)).SkipWhile(e => !e.IsOn);
        Assert.Equal(reference, again.Select(e => $"{e}"));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void The_take_is_the_same_live_except_for_late_notes(string mode)
    {
        const double Fast = 2.5, Part = 20;
        using var library = PluginLibrary.Load(Bundle.Folder);
        var offline = Notes(new ModeScenario(mode, Fast).Play(library, _offline, quarters: Part));
        using var plugin = library.Create("Composer MIDI");
        while (plugin.GetNormalized(Parameters.Status.Id) == 0)
            Thread.Yield();
        var live = Notes(new ModeScenario(mode, Fast)
            .Play(plugin, new() { Pacing = Pacing.Realtime, Splits = BlockSplits.All }, quarters: Part));
        Assert.True(live.Count > ModeScenario.Notes.Count(note => note.Quarter < Part),
            $"{live.Count} of {offline.Count} notes were in time");
        Assert.All(live, note => Assert.Contains(note, offline));
    }

    private static List<string> Events(Recording recording) => [.. NoteEvent.Of(recording).Select(e => $"{e}")];

    private static List<(double Quarter, int Pitch, int Velocity, int Channel)> Notes(Recording recording) =>
        [.. recording.Notes().Select(note => (Math.Round(note.Quarter, 2), note.Pitch, note.Velocity, note.Channel))];
}
