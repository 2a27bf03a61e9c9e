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

    private readonly AnswerEngine _engine;
    private readonly Counters _counters;
    private readonly ProcessorQueues _queues;
    private readonly BlockChanges _changes = new();
    private readonly ControlValues _values = new();
    private readonly TriggerInputs _triggers;
    private readonly HeldNoteRoutes _keys = new();
    private readonly PreviewOutput? _preview;
    private readonly bool[] _sounding = new bool[Pitch.Count];
    private readonly RenderLead _lead = new();
    private readonly Func<StatusLevel>? _status;
    private readonly uint _statusId = Parameters.Status.Id;
    private readonly double[] _statusValues = [.. Enum.GetValues<StatusLevel>().Select(level => Parameters.Status.ToNormalized((int)level))];

    // Written on the main thread. A host that does not ask has the bus active, by its flag.
    private volatile bool _isOutputActive = true;
    private long _sentNotes;
    private double _sampleRate = 48000;
    private bool _offlineSetup;
    private long _blockFrame;
    private int _reportedStatus = None;

    /// <summary>[main] Creates a processor.</summary>
    /// <param name="hasAudio">Whether there is a stereo output, with the preview tone.</param>
    /// <param name="engine">The answer engine.</param>
    /// <param name="counters">The instance's counters.</param>
    /// <param name="queues">The queues to and from the controller.</param>
    /// <param name="status">[any] The status that hosts show, without allocation; null for none.</param>
    public Processor(
        bool hasAudio, AnswerEngine engine, Counters counters, ProcessorQueues queues, Func<StatusLevel>? status = null)
    {
        Bus[] events = [new(MediaType.Event, BusDirection.Input, "MIDI in", 16), new(MediaType.Event, BusDirection.Output, "MIDI out", 16)];
        Buses = hasAudio ? [new(MediaType.Audio, BusDirection.Output, "Stereo out", 2), .. events] : events;
        _engine = engine;
        _counters = counters;
        _queues = queues;
        _status = status;
        _triggers = new(engine, queues);
        _preview = hasAudio ? new() : null;
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
        if (!active)
            return;
        _reportedStatus = None;
        _lead.Clear();
        _keys.Clear();
        _preview?.Activate(_sampleRate);
        _engine.Activate();
    }

    /// <inheritdoc/>
    public void SetProcessing(bool processing)
    {
    }

    /// <inheritdoc/>
    public void Process(in ProcessBlock block)
    {
        using var guard = RealtimeGuard.Enter();

        ReceiveRestored();
        _changes.Read(block.ParameterChanges, block.Frames, _counters);
        // Prefetched blocks are rendered ahead of time, at irregular intervals: there is time to wait for the worker.
        bool offline = block.Mode != ProcessMode.Realtime || _offlineSetup;
        double lead = _lead.Begin(Stopwatch.GetElapsedTime(0).TotalSeconds, block.Frames / _sampleRate);
        _engine.Begin(HostTimes.FromContext(block.Context), block.Frames, _sampleRate, _values.Controls, offline, lead);
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

    // Input events pass through unchanged, at their frames, in order of time with the engine's notes.
    private void Hear(in Event heard, in ProcessBlock block)
    {
        bool passes = heard.Type switch
        {
            EventType.NoteOn when heard.NoteOn is { Velocity: > 0, Pitch: >= 0 and < Pitch.Count } => NoteOn(heard, block),
            EventType.NoteOn or EventType.NoteOff when heard.NoteOff.Pitch is >= 0 and < Pitch.Count => NoteOff(heard),
            EventType.PolyPressure when heard.PolyPressure.Pitch is >= 0 and < Pitch.Count =>
                _keys.Find(Channel(heard.PolyPressure.Channel), new((byte)heard.PolyPressure.Pitch)) == NoteRoute.Passed,
            EventType.MidiController => !TakesController(heard, block),
            EventType.Chord => NameChord(heard),
            _ => true,
        };
        SendNotes(block);
        if (passes)
            Send(heard, block);
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
        return route == NoteRoute.Passed;
    }

    private bool NoteOff(in Event heard)
    {
        byte channel = Channel(heard.NoteOff.Channel);
        var pitch = new Pitch((byte)heard.NoteOff.Pitch);
        var route = _keys.NoteOff(channel, pitch);
        if (route != NoteRoute.Consumed)
            _engine.NoteOff(heard.SampleOffset, channel, pitch);
        return route == NoteRoute.Passed;
    }

    private bool TakesController(in Event moved, in ProcessBlock block)
    {
        ref readonly var controller = ref moved.MidiController;
        return !_values.Controls.Bypass && _triggers.TakesController(
            moved.SampleOffset, Channel(controller.Channel), controller.Controller, controller.Value, block.OutputParameterChanges);
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
        _values.Set(change);
        _engine.Change(_values.Controls);
        // The controller may receive the change twice: here, and from the host.
        _queues.ValuesOut.TryPush(change);
    }

    private void SendNotes(in ProcessBlock block)
    {
        foreach (ref readonly var note in _engine.Output.Waiting)
        {
            // No note-off for a note-on that the host did not accept.
            ref bool sounding = ref _sounding[note.Pitch.Number];
            if (!note.IsOn && !sounding)
                continue;
            if (Send(ToEvent(note), block))
            {
                sounding = note.IsOn;
                _sentNotes += note.IsOn ? 1 : 0;
            }
            else if (!note.IsOn)
                _engine.Output.Retain(note);
        }
        _engine.Output.Clear();
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

    private void ReceiveRestored()
    {
        while (_queues.ValuesIn.TryPop(out var change))
            _values.Restore(change);
        _triggers.ReceiveRestored();
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
