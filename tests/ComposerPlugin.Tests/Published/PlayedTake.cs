using ComposerPlugin.Host;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>
/// One performance of the published plugin: a demo phrase is played on the track, and the output is split into thru and answer.
/// </summary>
internal sealed class PlayedTake
{
    private PlayedTake(Recording recording, IReadOnlyList<RecordedNote> answer, IReadOnlyList<RecordedNote> thru, HostTransport transport,
        string status)
    {
        Recording = recording;
        Answer = answer;
        Thru = thru;
        Transport = transport;
        Status = status;
    }

    public Recording Recording { get; }

    public IReadOnlyList<RecordedNote> Answer { get; }

    public IReadOnlyList<RecordedNote> Thru { get; }

    public HostTransport Transport { get; }

    public string Status { get; }

    /// <summary>Every event with its time, for comparing takes.</summary>
    public IReadOnlyList<string> Events
    {
        get
        {
            var events = new List<string>();
            foreach (var (time, _, e) in Recording.Events)
                events.Add($"{time} {e.Type} {e.NoteOn.Channel} {e.NoteOn.Pitch} "
                    + (e.Type == EventType.NoteOn ? BitConverter.SingleToInt32Bits(e.NoteOn.Velocity) : 0));
            return events;
        }
    }

    public static PlayedTake Of(string phrase, SessionSetup setup, string className = "Composer", double sampleRate = 48000,
        Action<HostedPlugin>? prepare = null, double? tempo = null, double quartersAfter = 24)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create(className);
        prepare?.Invoke(plugin);
        return Play(plugin, phrase, setup, sampleRate, tempo, quartersAfter);
    }

    public static PlayedTake Play(HostedPlugin plugin, string phrase, SessionSetup setup, double sampleRate = 48000, double? tempo = null,
        double quartersAfter = 24)
    {
        var song = MidiFileReader.Read(Repository.File($"presets/phrases/{phrase}"));
        var notes = song.Tracks.SelectMany(track => track.Notes).ToList();
        var timeline = new Timeline();
        foreach (var note in notes)
            timeline.Note(note.Onset / 24, note.Duration / 24, note.Pitch.Number, note.Velocity, note.Channel);
        var transport = new HostTransport(SongMap.Constant(tempo ?? song.Tempo, song.Meter.Numerator, song.Meter.Denominator), sampleRate);
        using var session = new HostSession(plugin, transport, timeline, setup);
        session.RunUntilPlayed((notes.Max(note => note.End) / 24) + quartersAfter);

        var all = session.Recording.Notes();
        bool IsThru(RecordedNote note) =>
            notes.Any(played => played.Pitch.Number == note.Pitch && Math.Abs(transport.SongSampleOf(played.Onset / 24) - note.Time) < 1.5);
        uint status = Parameters.Status.Id;
        return new(session.Recording, [.. all.Where(note => !IsThru(note))], [.. all.Where(IsThru)], transport,
            plugin.Format(status, plugin.GetNormalized(status)));
    }

    public static void Set(HostedPlugin plugin, Parameter parameter, double plain) =>
        plugin.SetParameter(parameter.Id, parameter.ToNormalized(plain));
}
