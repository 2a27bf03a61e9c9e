using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

// Plays 100,000 blocks into the published library and reads how many managed bytes its audio threads have allocated.
// Exit code 0: none. 1: some. 2: the plugin did not answer, so the run is void.
// At 120 bpm a run of 50,000 blocks lasts 133 quarters: every 24 quarters a phrase of four and its answer.
const int BlocksPerRun = 50_000, Frames = 64, Phrases = 5, PhraseNotes = 8;
string[] takeTriggers = ["Re-roll pitches", "Re-roll rhythm", "Re-roll velocities", "Vary take", "Next take"];
string bundle = args.Length > 0 ? args[0] : "dist/ComposerPlugin.vst3";

using var library = PluginLibrary.Load(bundle);
int answered = Run("Composer", ProcessMode.Offline) + Run("Composer MIDI", ProcessMode.Realtime);
long bytes = AudioThreadBytes();

Console.WriteLine($"{2 * BlocksPerRun} blocks, {answered} answering notes, {bytes} bytes allocated on the audio thread");
return answered == 0 ? 2 : bytes == 0 ? 0 : 1;

int Run(string name, ProcessMode mode)
{
    using var plugin = library.Create(name);
    var timeline = new Timeline();
    plugin.SetParameter(plugin.Parameter("Auto apply").Id, 1);
    for (int phrase = 0; phrase < Phrases; phrase++)
    {
        for (int note = 0; note < PhraseNotes; note++)
            timeline.Note((phrase * 24) + (note * 0.5), 0.45, 60 + (note * (phrase + 2) % 17)).Controller((phrase * 24) + note, 1, note);
        timeline.Parameter(phrase * 24, plugin.Parameter("Surprise (temperature)").Id, phrase % 4 / 4.0);
        // A trigger learns a pedal, which then fires it; another fires as a control. A control learns a knob, which then moves it.
        uint learn = plugin.Parameter("MIDI learn").Id;
        double pedal = Learns(plugin, learn, "New take"), knob = Learns(plugin, learn, "Memory");
        timeline.Parameter((phrase * 24) + 4, learn, knob);
        for (int turn = 0; turn < 16; turn++)
            timeline.Controller((phrase * 24) + 4.1 + (turn / 40.0), 20, turn * 8);
        timeline.Parameter((phrase * 24) + 5, learn, pedal).Controller((phrase * 24) + 6, 64, 127)
            .Controller((phrase * 24) + 7, 64, 0)
            .Controller((phrase * 24) + 8, 64, 127).Parameter((phrase * 24) + 14, plugin.Parameter("New take").Id, 1);
        // The current take in part, again with another control, and two takes that are played again.
        uint recall = plugin.Parameter("Recall take").Id;
        timeline.Parameter((phrase * 24) + 15, plugin.Parameter("Keep take").Id, 1)
            .Parameter((phrase * 24) + 16, plugin.Parameter(takeTriggers[phrase]).Id, 1)
            .Parameter((phrase * 24) + 18, plugin.Parameter("Density").Id, phrase / 5.0)
            .Parameter((phrase * 24) + 20, recall, plugin.ToNormalized(recall, 2))
            .Parameter((phrase * 24) + 22, recall, plugin.ToNormalized(recall, 9));
    }
    var transport = new HostTransport(SongMap.Constant(120), 48000);
    using var session = new HostSession(plugin, transport, timeline, new() { Blocks = BlockSizes.Fixed(Frames), Mode = mode });
    session.RunFrames((long)BlocksPerRun * Frames);
    uint memory = plugin.Parameter("Memory").Id;
    if (plugin.Format(memory, plugin.GetNormalized(memory)) == "0")
        throw new InvalidOperationException("The knob has not moved its control.");
    return session.Recording.Notes().Count - (Phrases * PhraseNotes);
}

static double Learns(HostedPlugin plugin, uint learn, string title) => plugin.TryParse(learn, title, out double normalized)
    ? normalized
    : throw new InvalidOperationException($"{title} does not learn.");

// Safe: the library stays loaded; the function takes nothing and returns a number.
unsafe long AudioThreadBytes() => ((delegate* unmanaged<long>)library.Export("ComposerPluginAudioThreadBytes"))();
