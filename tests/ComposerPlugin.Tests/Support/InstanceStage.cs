using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>An instance in this process, in our own host: complete but for the models, which are only in the bundle.</summary>
internal sealed class InstanceStage : IDisposable
{
    private readonly PluginLibrary _library;

    public InstanceStage(string className = "Composer MIDI")
    {
        Instance? created = null;
        var classes = new[] { Plugin.Composer, Plugin.ComposerMidi }
            .Select(original => original with { Create = () => created = (Instance)original.Create() });
        _library = PluginLibrary.FromFactory(new PluginFactory(Plugin.Vendor, "", "", [.. classes]).Share());
        Hosted = _library.Create(className);
        Instance = created!;
    }

    public HostedPlugin Hosted { get; }

    public Instance Instance { get; }

    public void Set(Parameter parameter, double plain) => Hosted.SetParameter(parameter.Id, parameter.ToNormalized(plain));

    public double Plain(Parameter parameter) => parameter.ToPlain(Hosted.GetNormalized(parameter.Id));

    public Recording Play(Timeline timeline, long frames, SessionSetup? setup = null)
    {
        using var session = new HostSession(Hosted, new(SongMap.Constant(120), 48000), timeline, setup ?? new());
        return session.RunFrames(frames).Recording;
    }

    /// <summary>All events as text, with their times.</summary>
    public static List<string> Words(Recording recording)
    {
        var words = new List<string>();
        foreach (var (time, _, e) in recording.Events)
        {
            words.Add(e.Type switch
            {
                EventType.NoteOn => $"{time} on {e.NoteOn.Channel} {e.NoteOn.Pitch}",
                EventType.NoteOff => $"{time} off {e.NoteOff.Channel} {e.NoteOff.Pitch}",
                EventType.PolyPressure => $"{time} pressure {e.PolyPressure.Channel} {e.PolyPressure.Pitch}",
                _ => $"{time} cc {e.MidiController.Channel} {e.MidiController.Controller} "
                    + $"{(e.MidiController.Value2 << 7) | (byte)e.MidiController.Value}",
            });
        }
        return words;
    }

    public void Dispose()
    {
        Hosted.Dispose();
        _library.Dispose();
    }
}
