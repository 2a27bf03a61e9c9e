using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>The audio side of an instance: reads what the host gives for a block, lets the <see cref="AnswerEngine"/> play it, gives back what it played.</summary>
public sealed class Processor : IComponentProcessor
{
    private readonly AnswerEngine _performer;
    private readonly Counters _counters;
    private readonly ProcessorQueues _wires;
    private readonly BlockChanges _changes = new();
    private readonly ControlValues _values = new();
    private readonly TriggerInputs _triggers;
    private readonly HeldNoteRoutes _keys = new();
    private readonly PreviewOutput? _preview;
    private readonly bool[] _taken = new bool[Pitch.Count];
    private double _sampleRate = 48000;
    private bool _offlineSetup;
    private long _blockFrame;

    /// <summary>A processor that plays with this performer.</summary>
    /// <param name="hasAudio">Whether it has a stereo output, and on it the preview tone.</param>
    /// <param name="performer">What plays.</param>
    /// <param name="counters">What is counted.</param>
    /// <param name="wires">What is told to and by the controller.</param>
    public Processor(bool hasAudio, AnswerEngine performer, Counters counters, ProcessorQueues wires)
    {
        Bus[] events = [new(MediaType.Event, BusDirection.Input, "MIDI in", 16), new(MediaType.Event, BusDirection.Output, "MIDI out", 16)];
        Buses = hasAudio ? [new(MediaType.Audio, BusDirection.Output, "Stereo out", 2), .. events] : events;
        _performer = performer;
        _counters = counters;
        _wires = wires;
        _triggers = new(performer, wires);
        _preview = hasAudio ? new() : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bus> Buses { get; }

    /// <inheritdoc/>
    public ContextRequirements ContextRequirements => HostTimes.Needed;

    /// <inheritdoc/>
    public uint LatencySamples => 0;

    /// <inheritdoc/>
    public uint TailSamples => _preview is null ? 0 : (uint)(PreviewTone.LongestSeconds * _sampleRate);

    /// <inheritdoc/>
    public void SetupProcessing(in ProcessSetup setup)
    {
        _sampleRate = setup.SampleRate;
        _offlineSetup = setup.Mode == ProcessMode.Offline;
    }

    /// <inheritdoc/>
    public void SetActive(bool active)
    {
        if (!active)
            return;
        _keys.Clear();
        _preview?.Activate(_sampleRate);
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

        TakeRestored();
        _changes.Read(block.ParameterChanges, block.Frames, _counters);
        bool offline = block.Mode == ProcessMode.Offline || _offlineSetup;
        _performer.Begin(HostTimes.Of(block.Context), block.Frames, _sampleRate, _values.Controls, offline);
        var input = block.InputEvents;
        int last = Math.Max(block.Frames - 1, 0);
        for (int i = 0, count = input.Count; i < count; i++)
        {
            if (!input.TryGet(i, out var heard))
                continue;
            heard.Bus = 0;
            heard.SampleOffset = Math.Clamp(heard.SampleOffset, 0, last);
            AdvanceTo(heard.SampleOffset, block);
            Hear(heard, block);
        }
        AdvanceTo(last, block);
        _performer.End();
        GiveNotes(block);
        if (_preview is null)
            block.Silence();
        else
            _preview.Render(block, _values.Controls.PreviewGain);
        _blockFrame += block.Frames;
    }

    // What is played goes through unchanged, at its frame, in its place among the notes that we play.
    private void Hear(in Event heard, in ProcessBlock block)
    {
        bool passes = heard.Type switch
        {
            EventType.NoteOn when heard.NoteOn is { Velocity: > 0, Pitch: >= 0 and < Pitch.Count } => Press(heard, block),
            EventType.NoteOn or EventType.NoteOff when heard.NoteOff.Pitch is >= 0 and < Pitch.Count => Release(heard),
            EventType.PolyPressure when heard.PolyPressure.Pitch is >= 0 and < Pitch.Count =>
                _keys.Find(Channel(heard.PolyPressure.Channel), new((byte)heard.PolyPressure.Pitch)) == NoteRoute.Passed,
            EventType.MidiController => !TakesController(heard, block),
            _ => true,
        };
        GiveNotes(block);
        if (passes)
            Give(heard, block);
    }

    private bool Press(in Event heard, in ProcessBlock block)
    {
        byte channel = Channel(heard.NoteOn.Channel);
        var pitch = new Pitch((byte)heard.NoteOn.Pitch);
        bool bypass = _values.Controls.Bypass;
        var use = !bypass && _triggers.TakesNote(heard.SampleOffset, channel, pitch.Number, block.OutputParameterChanges) ? NoteRoute.Consumed
            : bypass || _values.Controls.Thru ? NoteRoute.Passed : NoteRoute.Muted;
        _keys.Press(channel, pitch, use);
        if (use != NoteRoute.Consumed)
            _performer.NoteOn(heard.SampleOffset, channel, pitch, Velocity(heard.NoteOn.Velocity));
        return use == NoteRoute.Passed;
    }

    private bool Release(in Event heard)
    {
        byte channel = Channel(heard.NoteOff.Channel);
        var pitch = new Pitch((byte)heard.NoteOff.Pitch);
        var use = _keys.Release(channel, pitch);
        if (use != NoteRoute.Consumed)
            _performer.NoteOff(heard.SampleOffset, channel, pitch);
        return use == NoteRoute.Passed;
    }

    private bool TakesController(in Event moved, in ProcessBlock block) => !_values.Controls.Bypass
        && _triggers.TakesController(moved.SampleOffset, Channel(moved.MidiController.Channel), moved.MidiController.Controller, moved.MidiController.Value, block.OutputParameterChanges);

    private void AdvanceTo(int frame, in ProcessBlock block)
    {
        while (_changes.TryTake(frame, out var change, out bool isMidi))
        {
            _performer.AdvanceTo(change.Frame);
            if (isMidi)
                Hear(MidiControllers.ToEvent(change.Index, change.Normalized, change.Frame), block);
            else
                Change(change, block);
        }
        _performer.AdvanceTo(frame);
        GiveNotes(block);
    }

    private void Change(in ParameterChange change, in ProcessBlock block)
    {
        double plain = _values[change.Index].ToPlain(change.Normalized);
        if (_triggers.TakesControl(change, plain, _blockFrame, _sampleRate, block.OutputParameterChanges))
            return;
        _values.Set(change);
        _performer.Change(_values.Controls);
        // The host tells the controller itself as well.
        _wires.ToldValues.TryPush(change);
    }

    private void GiveNotes(in ProcessBlock block)
    {
        foreach (ref readonly var note in _performer.Output.Waiting)
        {
            // A note that the host did not take has nothing to end.
            ref bool taken = ref _taken[note.Pitch.Number];
            if (!note.IsOn && !taken)
                continue;
            if (Give(ToEvent(note), block))
                taken = note.IsOn;
            else if (!note.IsOn)
                _performer.Output.Retain(note);
        }
        _performer.Output.Clear();
    }

    private bool Give(in Event sent, in ProcessBlock block)
    {
        // Bypassed, the instrument is silent but for what still rings.
        _preview?.Hear(sent, _values.Controls.Bypass ? 0 : _values.Controls.PreviewGain);
        bool taken = block.OutputEvents.TryAdd(sent);
        if (!taken)
            _counters.CountDroppedEvent();
        return taken;
    }

    private void TakeRestored()
    {
        while (_wires.Values.TryPop(out var change))
            _values.Restore(change);
        _triggers.TakeRestored();
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
