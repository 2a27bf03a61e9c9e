using System.Diagnostics;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// The audio side of an instance: passes parameter changes and events of a block to the <see cref="AnswerEngine"/>, in order of time, and
/// its notes to the host.
/// </summary>
public sealed class Processor : IComponentProcessor
{
    // No status has been reported.
    private const int None = -1;

    private const sbyte NotSounding = -1;

    private readonly AnswerEngine _engine;
    private readonly Counters _counters;
    private readonly ControlEnd _controls;
    private readonly BlockChanges _changes = new();
    private readonly ControlValues _values = new();
    private readonly TriggerInputs _triggers;
    private readonly HeldNoteRoutes _keys = new();
    private readonly PassedNotes _passed = new();
    private readonly PreviewOutput? _preview;
    private readonly RenderLead _lead = new();
    private readonly Func<StatusLevel>? _status;
    private readonly uint _statusId = Parameters.Status.Id;
    private readonly double[] _statusValues =
        [.. Enum.GetValues<StatusLevel>().Select(level => Parameters.Status.ToNormalized((int)level))];
    private readonly ChannelStates _channels = new();

    // The channel on which each pitch of an answer sounds; NotSounding if none does.
    private readonly sbyte[] _sounding = new sbyte[Pitch.Count];

    // The block in which a mapped controller has last moved each parameter.
    private readonly long[] _movedIn = new long[Parameters.All.Count];

    // Written on the main thread. A host that does not ask has the bus active, by its flag.
    private volatile bool _isOutputActive = true;

    // Written on any thread that the host calls setProcessing on.
    private volatile bool _wasStopped;
    private long _sentNotes;
    private double _sampleRate = 48000;
    private bool _offlineSetup;
    private long _blockFrame;
    private int _reportedStatus = None;

    /// <summary>[main] Creates a processor.</summary>
    /// <param name="hasAudio">Whether there is a stereo output, with the preview tone.</param>
    /// <param name="engine">The answer engine.</param>
    /// <param name="counters">The instance's counters.</param>
    /// <param name="controls">The connection to the controller.</param>
    /// <param name="status">[any] The status that hosts show, without allocation; null for none.</param>
    public Processor(
        bool hasAudio, AnswerEngine engine, Counters counters, ControlEnd controls, Func<StatusLevel>? status = null)
    {
        Bus[] events = [new(MediaType.Event, BusDirection.Input, "MIDI in", 16), new(MediaType.Event, BusDirection.Output, "MIDI out", 16)];
        Buses = hasAudio ? [new(MediaType.Audio, BusDirection.Output, "Stereo out", 2), .. events] : events;
        _engine = engine;
        _counters = counters;
        _controls = controls;
        _status = status;
        _triggers = new(engine, controls, hasAudio);
        _preview = hasAudio ? new() : null;
        _sounding.AsSpan().Fill(NotSounding);
        _movedIn.AsSpan().Fill(-1);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Bus> Buses { get; }

    /// <inheritdoc/>
    public ContextRequirements ContextRequirements => HostTimes.Needed;

    /// <inheritdoc/>
    public uint LatencySamples => 0;

    // kInfiniteTail: answers sound without input, and a host that suspends the plugin after its tail would cut them off.

    /// <inheritdoc/>
    public uint TailSamples => uint.MaxValue;

    /// <inheritdoc/>
    public void SetupProcessing(in ProcessSetup setup)
    {
        _sampleRate = setup.SampleRate;
        _offlineSetup = setup.Mode == ProcessMode.Offline;
    }

    /// <inheritdoc/>
    public void ActivateBus(MediaType media, BusDirection direction, int index, bool active)
    {
        if (media == MediaType.Event && direction == BusDirection.Output)
            _isOutputActive = active;
    }

    /// <inheritdoc/>
    public void SetActive(bool active)
    {
        _engine.Patience.IsClosing = !active;
        if (!active)
            return;
        _reportedStatus = None;
        _lead.Clear();
        _keys.Clear();
        _channels.Clear();
        _preview?.Activate(_sampleRate);
        _engine.Activate();
    }

    /// <inheritdoc/>
    public void SetProcessing(bool processing)
    {
        if (!processing)
            _wasStopped = true;
    }

    /// <inheritdoc/>
    public void Process(in ProcessBlock block)
    {
        using var guard = RealtimeGuard.Enter();

        if (_wasStopped)
        {
            _wasStopped = false;
            _engine.Resume();
        }
        TakeLoaded();
        _changes.Read(block.ParameterChanges, block.Frames, _counters);
        // Prefetched blocks are rendered ahead of time, at irregular intervals: there is time to wait for the worker.
        bool offline = block.Mode != ProcessMode.Realtime || _offlineSetup;
        double lead = _lead.Begin(Stopwatch.GetElapsedTime(0).TotalSeconds, block.Frames / _sampleRate);
        _engine.Begin(HostTimes.FromContext(block.Context), block.Frames, _sampleRate, _values.Controls, offline, lead);
        SendOwed(block);
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
        _engine.End();
        SendNotes(block);
        if (_preview is null)
            block.Silence();
        else
            _preview.Render(block, _values.Controls.PreviewGain);
        ReportStatus(block);
        _controls.Publish();
        _engine.Report(_sentNotes, _isOutputActive && !block.OutputEvents.IsNull);
        _blockFrame += block.Frames;
    }

    // Hosts read a read-only parameter from the blocks alone. In the first block too: the host's value is that of its last look.
    private void ReportStatus(in ProcessBlock block)
    {
        int status = _status is null ? None : (int)_status();
        if (status != _reportedStatus && block.OutputParameterChanges.Add(_statusId).TryAdd(0, _statusValues[status]))
            _reportedStatus = status;
    }

    // Input events pass through unchanged, at their frames, in order of time with the engine's notes. Only the note-off of a key of another
    // channel goes to the channel of the key.
    private void Hear(in Event heard, in ProcessBlock block)
    {
        var sent = heard;
        bool passes = heard.Type switch
        {
            EventType.NoteOn when heard.NoteOn is { Velocity: > 0, Pitch: >= 0 and < Pitch.Count } => NoteOn(heard, block),
            EventType.NoteOn or EventType.NoteOff when heard.NoteOff.Pitch is >= 0 and < Pitch.Count => NoteOff(ref sent),
            EventType.PolyPressure when heard.PolyPressure.Pitch is >= 0 and < Pitch.Count =>
                _keys.Find(Channel(heard.PolyPressure.Channel), new((byte)heard.PolyPressure.Pitch)) == NoteRoute.Passed,
            EventType.MidiController => !TakesController(heard, block),
            EventType.Chord => NameChord(heard),
            _ => true,
        };
        SendNotes(block);
        if (!passes)
            return;
        if (heard.Type == EventType.MidiController)
            PassController(heard, block);
        else
            Pass(sent, block);
    }

    private void Pass(in Event heard, in ProcessBlock block)
    {
        bool isTaken = Send(heard, block);
        if (heard.Type is not (EventType.NoteOn or EventType.NoteOff) || heard.NoteOff.Pitch is < 0 or >= Pitch.Count)
            return;
        byte channel = Channel(heard.NoteOff.Channel);
        if (heard.Type == EventType.NoteOff || heard.NoteOn.Velocity is not > 0)
            _passed.End(channel, heard.NoteOff.Pitch, isTaken);
        else if (isTaken)
            _passed.Begin(channel, heard.NoteOn.Pitch);
    }

    private void SendOwed(in ProcessBlock block)
    {
        while (_passed.OwesAny && !block.OutputEvents.IsNull && _passed.TryGetOwed(out byte channel, out byte pitch)
            && Send(new() { Type = EventType.NoteOff, NoteOff = new() { Channel = channel, Pitch = pitch, NoteId = -1 } }, block))
            _passed.Pay(channel, pitch);
    }

    private void PassController(in Event moved, in ProcessBlock block)
    {
        ref readonly var controller = ref moved.MidiController;
        byte channel = Channel(controller.Channel);
        if (MidiControllers.EndsNotes(controller.Controller))
            EndNotes(moved, channel, block);
        if (controller.Controller is MidiControllers.Sustain or MidiControllers.ResetAll)
        {
            bool isDown = controller.Controller == MidiControllers.Sustain && controller.Value >= MidiControllers.FirstDown;
            _engine.Pedal(moved.SampleOffset, channel, isDown);
        }
        _channels.Move(controller, channel, Send(moved, block));
    }

    // Hosts need not pass such controllers on as MIDI: notes end by note-offs too.
    private void EndNotes(in Event moved, byte channel, in ProcessBlock block)
    {
        _engine.Panic(moved.SampleOffset, channel);
        SendNotes(block);
        while (moved.MidiController.Controller != MidiControllers.ResetAll && _keys.TryEndPassed(channel, out var pitch))
            Pass(ToEvent(new(moved.SampleOffset, false, channel, pitch, 0, 0)), block);
    }

    private bool NoteOn(in Event heard, in ProcessBlock block)
    {
        byte channel = Channel(heard.NoteOn.Channel);
        var pitch = new Pitch((byte)heard.NoteOn.Pitch);
        bool bypass = _values.Controls.Bypass;
        var route = !bypass && _triggers.TakesNote(heard.SampleOffset, channel, pitch.Number, block.OutputParameterChanges)
            ? NoteRoute.Consumed
            : bypass || _values.Controls.Thru ? NoteRoute.Passed : NoteRoute.Muted;
        _keys.NoteOn(channel, pitch, route);
        if (route != NoteRoute.Consumed)
            _engine.NoteOn(heard.SampleOffset, channel, pitch, Velocity(heard.NoteOn.Velocity));
        if (route != NoteRoute.Passed)
            return false;
        // What stops for the note ends before the channel is as the player left it.
        SendNotes(block);
        while (_channels.TryReturn(channel, heard.SampleOffset, out var back) && Send(back, block))
            _channels.Confirm(back);
        _channels.NoteOn(channel);
        return true;
    }

    private bool NoteOff(ref Event heard)
    {
        byte channel = Channel(heard.NoteOff.Channel);
        var pitch = new Pitch((byte)heard.NoteOff.Pitch);
        // After a new activation the keys are forgotten, but what sounds is not.
        byte heldOn = _passed.IsSounding(channel, pitch.Number) ? channel : _keys.ChannelOf(channel, pitch);
        if (heldOn != channel)
            heard.NoteOff.Channel = channel = heldOn;
        var route = _keys.NoteOff(channel, pitch);
        if (route != NoteRoute.Consumed)
            _engine.NoteOff(heard.SampleOffset, channel, pitch);
        return route == NoteRoute.Passed;
    }

    private bool TakesController(in Event moved, in ProcessBlock block)
    {
        ref readonly var controller = ref moved.MidiController;
        var output = block.OutputParameterChanges;
        if (_values.Controls.Bypass || !_triggers.TakesController(
            moved.SampleOffset, Channel(controller.Channel), controller.Controller, controller.Value, output, out var change))
            return false;
        if (change is not { } set)
            return true;
        _movedIn[set.Index] = _blockFrame;
        Set(set);
        Tell(set, output);
        return true;
    }

    // Bit n of the mask is the note n semitones above the root; 12 bits hold all pitch classes.
    private bool NameChord(in Event heard)
    {
        ref readonly var chord = ref heard.Chord;
        const int Octave = 12;
        int tones = chord.Root is >= 0 and < Pitch.Count ? (ushort)chord.Mask : 0;
        var root = new Pitch((byte)Math.Clamp(chord.Root, (short)0, (short)(Pitch.Count - 1)));
        int bass = chord.BassNote is >= 0 and < Pitch.Count ? chord.BassNote % Octave : root.Class;
        _engine.Chord(heard.SampleOffset, root, (byte)bass, (ushort)((tones | (tones >> Octave)) & ((1 << Octave) - 1)));
        return true;
    }

    private void AdvanceTo(int frame, in ProcessBlock block)
    {
        while (_changes.TryTake(frame, out var change, out bool isMidi))
        {
            _engine.AdvanceTo(change.Frame);
            if (isMidi)
                Hear(MidiControllers.ToEvent(change.Index, change.Normalized, change.Frame), block);
            else
                Change(change, block);
        }
        _engine.AdvanceTo(frame);
        SendNotes(block);
    }

    private void Change(in ParameterChange change, in ProcessBlock block)
    {
        double plain = _values[change.Index].ToPlain(change.Normalized);
        if (_triggers.TakesControl(change, plain, _blockFrame, _sampleRate, block.OutputParameterChanges))
            return;
        Set(change);
        // The last value that the host hears of is the one that counts.
        if (_movedIn[change.Index] == _blockFrame)
            Tell(change, block.OutputParameterChanges);
    }

    private void Tell(in ParameterChange change, HostParameterChanges output) =>
        output.Add(_values[change.Index].Id).TryAdd(change.Frame, change.Normalized);

    private void Set(in ParameterChange change)
    {
        _values.Set(change, _controls);
        _engine.Change(_values.Controls);
    }

    private void SendNotes(in ProcessBlock block)
    {
        foreach (ref readonly var note in _engine.Output.Waiting)
        {
            ref sbyte sounding = ref _sounding[note.Pitch.Number];
            if (note.IsOn)
                Begin(note, ref sounding, block);
            // No note-off for a note-on that the host did not accept.
            else if (sounding == NotSounding)
                continue;
            else if (Send(ToEvent(note with { Channel = (byte)sounding }), block))
                sounding = NotSounding;
            else
                _engine.Output.Retain(note);
        }
        _engine.Output.Clear();
    }

    // While the player holds a key of the channel, it stays as it is.
    private void Begin(in OutputNote note, ref sbyte sounding, in ProcessBlock block)
    {
        var controls = _values.Controls;
        byte channel = controls.Channel < 0 && controls.Thru ? _channels.ChannelFor(note.Channel, _engine) : note.Channel;
        bool mayRest = !(controls.Thru && _engine.HoldsKey(channel));
        while (mayRest && _channels.TryRest(note.AnswerId, channel, note.Frame, out var rest) && Send(rest, block))
            _channels.Confirm(rest);
        if (!Send(ToEvent(note with { Channel = channel }), block))
            return;
        sounding = (sbyte)channel;
        _sentNotes++;
    }

    private bool Send(in Event sent, in ProcessBlock block)
    {
        // In bypass no new preview notes start; sounding ones ring out.
        _preview?.Play(sent, _values.Controls.Bypass ? 0 : _values.Controls.PreviewGain);
        bool accepted = block.OutputEvents.TryAdd(sent);
        if (!accepted)
            _counters.CountDroppedEvent();
        return accepted;
    }

    private void TakeLoaded()
    {
        if (!_controls.Receive())
            return;
        _values.Take(_controls);
        _triggers.TakeLoaded();
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
