using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Benchmarks;

/// <summary>One instance of the plugin with its position in the song.</summary>
internal sealed class PlayingInstance : IDisposable
{
    public const double SampleRate = 48000;

    private const ContextFlags Given =
        ContextFlags.Playing | ContextFlags.ProjectTimeMusicValid | ContextFlags.BarPositionValid | ContextFlags.TempoValid
        | ContextFlags.TimeSignatureValid | ContextFlags.ContinuousTimeValid;

    private readonly HostTransport _transport;
    private readonly IReadOnlyList<(long Frame, Event Event)> _events;
    private int _nextEvent;

    public PlayingInstance(PluginLibrary library, string className, HostTransport transport,
        IReadOnlyList<(long Frame, Event Event)> events, int block, ProcessMode mode, int seed, UserStyle? style = null)
    {
        (_transport, _events) = (transport, events);
        Plugin = library.Create(className);
        if (style is not null)
            Plugin.SetState(style.State);
        Set("Seed", $"{seed}");
        Plugin.Activate(SampleRate, block, mode);
        uint status = Plugin.Parameter("Status").Id;
        while (Plugin.GetNormalized(status) == 0)
            Thread.Sleep(1);
        Plugin.SetProcessing(true);
    }

    public HostedPlugin Plugin { get; }

    public long Time { get; private set; }

    /// <summary>The plugin's own notes so far.</summary>
    public int Answered { get; private set; }

    /// <summary>The plugin's own notes of the last block.</summary>
    public int AnsweredNow { get; private set; }

    /// <summary>The plugin's status text.</summary>
    public string Status
    {
        get
        {
            uint id = Plugin.Parameter("Status").Id;
            return Plugin.Format(id, Plugin.GetNormalized(id));
        }
    }

    /// <summary>Sets a control by the text of its value, with the next block.</summary>
    public void Set(string title, string text)
    {
        uint id = Plugin.Parameter(title).Id;
        if (!Plugin.TryParse(id, text, out double normalized))
            throw new FormatException($"\"{title}\" has no value \"{text}\".");
        Plugin.SetParameter(id, normalized);
    }

    /// <summary>[audio] Plays one block.</summary>
    public void Play(int frames)
    {
        for (; _nextEvent < _events.Count && _events[_nextEvent].Frame < Time + frames; _nextEvent++)
            Plugin.InputEvents.Insert(_events[_nextEvent].Event with { SampleOffset = (int)(_events[_nextEvent].Frame - Time) });
        Plugin.Process(frames, _transport.ContextAt(Time, Given));
        AnsweredNow = 0;
        for (int i = 0; i < Plugin.OutputEvents.Count; i++)
        {
            ref readonly var e = ref Plugin.OutputEvents[i];
            if (e.Type == EventType.NoteOn && e.NoteOn.NoteId == -1)
                AnsweredNow++;
        }
        Answered += AnsweredNow;
        Time += frames;
    }

    public void Dispose()
    {
        Plugin.SetProcessing(false);
        Plugin.Dispose();
    }
}
