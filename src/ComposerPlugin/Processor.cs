using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>The audio side of an instance: reads what the host gives for a block, lets the <see cref="Performer"/> play it, gives back what it played.</summary>
public sealed class Processor : IComponentProcessor
{
    private readonly Performer _performer;
    private readonly Counters _counters;
    private readonly SpscQueue<ParameterChange>.Consumer _fromController;
    private readonly SpscQueue<ParameterChange>.Producer _toController;
    private readonly BlockChanges _changes = new();
    private readonly double[] _plain = new double[Parameters.MostIds];
    private readonly Parameter[] _parameters = [.. Parameters.All];
    private readonly bool[] _taken = new bool[Pitch.Count];
    private PlayControls _controls;
    private double _sampleRate = 48000;
    private bool _offlineSetup;

    /// <summary>A processor that plays with this performer.</summary>
    /// <param name="hasAudio">Whether it has a (silent) stereo output.</param>
    /// <param name="performer">What plays.</param>
    /// <param name="counters">What is counted.</param>
    /// <param name="fromController">Values that the controller set, as when a project is loaded.</param>
    /// <param name="toController">Values that the host set in a block.</param>
    public Processor(bool hasAudio, Performer performer, Counters counters,
        SpscQueue<ParameterChange>.Consumer fromController, SpscQueue<ParameterChange>.Producer toController)
    {
        Bus[] events = [new(MediaType.Event, BusDirection.Input, "MIDI in", 16), new(MediaType.Event, BusDirection.Output, "MIDI out", 16)];
        Buses = hasAudio ? [new(MediaType.Audio, BusDirection.Output, "Stereo out", 2), .. events] : events;
        _performer = performer;
        _counters = counters;
        _fromController = fromController;
        _toController = toController;
        foreach (var parameter in _parameters)
            _plain[parameter.Id] = parameter.Default;
        _controls = ControlReading.Read(_plain);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bus> Buses { get; }

    /// <inheritdoc/>
    public ContextRequirements ContextRequirements => HostTimes.Needed;

    /// <inheritdoc/>
    public uint LatencySamples => 0;

    /// <inheritdoc/>
    public uint TailSamples => 0;

    /// <inheritdoc/>
    public void SetupProcessing(in ProcessSetup setup)
    {
        _sampleRate = setup.SampleRate;
        _offlineSetup = setup.Mode == ProcessMode.Offline;
    }

    /// <inheritdoc/>
    public void SetActive(bool active)
    {
        if (active)
            _performer.Activate();
    }

    /// <inheritdoc/>
    public void SetProcessing(bool processing)
    {
    }

    /// <inheritdoc/>
    public void Process(in ProcessBlock block)
    {
        using var guard = RealtimeGuard.Enter();

        TakeControllerValues();
        _changes.Read(block.ParameterChanges, block.Frames);
        ApplyChanges(0);
        bool offline = block.Mode == ProcessMode.Offline || _offlineSetup;
        _performer.Begin(HostTimes.Of(block.Context), block.Frames, _sampleRate, _controls, offline);
        Hear(block);
        AdvanceTo(Math.Max(block.Frames - 1, 0), block.OutputEvents);
        _performer.End();
        GiveNotes(block.OutputEvents);
        block.Silence();
    }

    // Every input event goes through unchanged, at its frame, in its place among the notes that we play.
    private void Hear(in ProcessBlock block)
    {
        var input = block.InputEvents;
        var output = block.OutputEvents;
        int last = Math.Max(block.Frames - 1, 0);
        for (int i = 0, count = input.Count; i < count; i++)
        {
            if (!input.TryGet(i, out var heard))
                continue;
            int frame = Math.Clamp(heard.SampleOffset, 0, last);
            AdvanceTo(frame, output);
            if (heard.Type == EventType.NoteOn && heard.NoteOn is { Velocity: > 0, Pitch: >= 0 and < Pitch.Count })
                _performer.Press(frame, Channel(heard.NoteOn.Channel), new((byte)heard.NoteOn.Pitch), Velocity(heard.NoteOn.Velocity));
            else if (heard.Type is EventType.NoteOn or EventType.NoteOff && heard.NoteOff.Pitch is >= 0 and < Pitch.Count)
                _performer.Release(frame, Channel(heard.NoteOff.Channel), new((byte)heard.NoteOff.Pitch));
            GiveNotes(output);
            heard.Bus = 0;
            if (!output.TryAdd(heard))
                _counters.CountDroppedEvent();
        }
    }

    private void AdvanceTo(int frame, HostEventList output)
    {
        while (_changes.TryTake(frame, out var change))
        {
            _performer.AdvanceTo(change.Frame);
            Apply(change);
            _performer.Change(_controls);
        }
        _performer.AdvanceTo(frame);
        GiveNotes(output);
    }

    private void GiveNotes(HostEventList output)
    {
        foreach (ref readonly var note in _performer.Output.Waiting)
        {
            // A note that the host did not take has nothing to end.
            ref bool taken = ref _taken[note.Pitch.Number];
            if (!note.IsOn && !taken)
                continue;
            if (output.TryAdd(ToEvent(note)))
            {
                taken = note.IsOn;
                continue;
            }
            _counters.CountDroppedEvent();
            if (!note.IsOn)
                _performer.Output.Retain(note);
        }
        _performer.Output.Clear();
    }

    private void TakeControllerValues()
    {
        while (_fromController.TryPop(out var change))
            Set(change);
    }

    private void ApplyChanges(int frame)
    {
        while (_changes.TryTake(frame, out var change))
            Apply(change);
    }

    private void Apply(in ParameterChange change)
    {
        Set(change);
        // Full: nobody has asked for the values for long, and the host tells the controller itself as well.
        _toController.TryPush(change);
    }

    private void Set(in ParameterChange change)
    {
        var parameter = _parameters[change.Index];
        _plain[parameter.Id] = parameter.ToPlain(change.Normalized);
        _controls = ControlReading.Read(_plain);
    }

    private static Event ToEvent(in OutputNote note)
    {
        var sent = new Event { SampleOffset = note.Frame, Type = note.IsOn ? EventType.NoteOn : EventType.NoteOff };
        if (note.IsOn)
            sent.NoteOn = new() { Channel = note.Channel, Pitch = note.Pitch.Number, Velocity = note.Velocity / 127f, NoteId = -1 };
        else
            sent.NoteOff = new() { Channel = note.Channel, Pitch = note.Pitch.Number, NoteId = -1 };
        return sent;
    }

    private static byte Channel(short channel) => (byte)Math.Clamp(channel, (short)0, (short)15);

    private static byte Velocity(float velocity) => (byte)Math.Clamp(MathF.Round(velocity * 127), 1, 127);
}
