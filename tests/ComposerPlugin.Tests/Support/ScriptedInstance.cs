using ComposerPlugin.Engine;
using ComposerPlugin.Host;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>
/// A processor and a controller without a worker, in our own host: after each block, every answer that was requested is answered with
/// eighths.
/// </summary>
internal sealed class ScriptedInstance : IPluginInstance, IInstanceState, IDisposable
{
    private const int Block = 512, SampleRate = 48000;
    private const ContextFlags Given = ContextFlags.Playing | ContextFlags.ProjectTimeMusicValid | ContextFlags.TempoValid;

    private readonly SpscQueue<ComposeRequest>.Consumer _requests;
    private readonly SpscQueue<ComposeReply>.Producer _replies;
    private readonly PluginLibrary _library;
    private readonly HostedPlugin _hosted;
    private readonly Queue<(long Time, Event Event)> _gestures = [];
    private readonly HostTransport _transport = new(SongMap.Constant(120), SampleRate);
    private long _time;

    public ScriptedInstance()
    {
        (var requests, _requests) = SpscQueue<ComposeRequest>.Create(64);
        (_replies, var replies) = SpscQueue<ComposeReply>.Create(64);
        var (audio, main) = ControlEnd.Create();
        (var window, WindowFeed) = Engine.WindowFeed.Create();
        var counters = new Counters();
        Controller = new Controller(hasAudio: false, main, this);
        Processor = new Processor(hasAudio: false, new AnswerEngine(requests, replies, counters, window), counters, audio);
        Counters = counters;
        _library = PluginLibrary.FromFactory(
            new PluginFactory("", "", "", [new(new(1, 2, 3, 4), "Scripted", "Fx", () => this)]).Share());
        _hosted = _library.Create("Scripted");
        _hosted.Activate(SampleRate, Block);
        _hosted.SetProcessing(true);
    }

    public IComponentProcessor Processor { get; }

    public IController Controller { get; }

    public WindowFeedReader WindowFeed { get; }

    public Counters Counters { get; }

    /// <summary>All events that the host got, with their times in frames.</summary>
    public List<(long Time, Event Event)> Events { get; } = [];

    /// <summary>All requests of the audio thread.</summary>
    public List<ComposeRequest> Requests { get; } = [];

    /// <summary>Whether the host plays.</summary>
    public bool IsPlaying { get; set; } = true;

    /// <summary>Whether controllers come as parameters (IMidiMapping) and not as events.</summary>
    public bool MapsControllers { get; set; }

    public PluginStatus Status => new(StatusLevel.Ready, "");

    /// <summary>How many note-ons the host got.</summary>
    public int Received { get; private set; }

    /// <summary>The events of the next block.</summary>
    public EventListObject Input => _hosted.InputEvents;

    public void Set(Parameter parameter, double plain) => _hosted.SetParameter(parameter.Id, parameter.ToNormalized(plain));

    public void SetProcessing(bool processing) => _hosted.SetProcessing(processing);

    public void Reactivate()
    {
        _hosted.SetProcessing(false);
        _hosted.Deactivate();
        _hosted.Activate(SampleRate, Block);
        _hosted.SetProcessing(true);
    }

    /// <summary>Plays what is given, in order of time, and goes on to a time, in frames: at 120 bpm a tick is 1,000 frames.</summary>
    public void PlayTo(long time, params IEnumerable<(long Time, Event Event)> gestures)
    {
        foreach (var gesture in gestures.OrderBy(gesture => gesture.Time))
            _gestures.Enqueue(gesture);
        while (_time < time)
        {
            while (_gestures.TryPeek(out var next) && next.Time < _time + Block)
                Add(_gestures.Dequeue());
            Play(1);
        }
    }

    /// <summary>Plays blocks in real time's order, but as fast as it can.</summary>
    public void Play(int blocks, BlockParts missing = BlockParts.None)
    {
        for (int i = 0; i < blocks; i++)
        {
            var given = IsPlaying ? Given : Given & ~ContextFlags.Playing;
            Assert.True(_hosted.Process(Block, _transport.ContextAt(_time, given), missing));
            for (int at = 0; at < _hosted.OutputEvents.Count; at++)
            {
                Received += _hosted.OutputEvents[at].Type == EventType.NoteOn ? 1 : 0;
                Events.Add((_time + _hosted.OutputEvents[at].SampleOffset, _hosted.OutputEvents[at]));
            }
            _time += Block;
            while (_requests.TryPop(out var request))
                Answer(request);
        }
    }

    public void Initialize(HostApplication host)
    {
    }

    public void Terminate()
    {
    }

    public bool GetState(HostStream stream) => false;

    public bool SetState(HostStream stream) => false;

    public IView? CreateView() => null;

    public bool Write(HostStream stream) => false;

    public bool Read(HostStream stream) => false;

    public void Dispose()
    {
        _hosted.SetProcessing(false);
        _hosted.Dispose();
        _library.Dispose();
    }

    private void Add((long Time, Event Event) gesture)
    {
        var (time, added) = gesture;
        added.SampleOffset = (int)Math.Max(0, time - _time);
        var controller = added.MidiController;
        if (!MapsControllers || added.Type != EventType.MidiController)
        {
            _hosted.InputEvents.Add(added);
            return;
        }
        bool bends = controller.Controller == MidiControllers.PitchBend;
        int value = (controller.Value & 0x7F) | (bends ? (controller.Value2 & 0x7F) << 7 : 0);
        int index = MidiControllers.IndexOf(controller.Channel, controller.Controller);
        _hosted.InputChanges.Add(MidiControllers.FirstId + (uint)index, added.SampleOffset, MidiControllers.FromMidi(index, value));
    }

    private void Answer(in ComposeRequest request)
    {
        Requests.Add(request);
        if (request.Kind != RequestKind.Answer)
            return;
        for (long tick = request.Answer.Start; tick < request.Answer.End; tick += Ticks.PerQuarter / 2)
            Assert.True(_replies.TryPush(new(request.Answer.Id, new(tick, 6, new(72), 90, request.Bars))));
        Assert.True(_replies.TryPush(ComposeReply.EndOf(request.Answer)));
    }
}
