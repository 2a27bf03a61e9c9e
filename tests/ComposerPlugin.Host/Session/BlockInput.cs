using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>[audio] Puts items into the input of a plugin's next block; MIDI controllers follow the plugin's mapping.</summary>
internal sealed class BlockInput : IItemSink
{
    private const int Channels = 16;
    private const int Controllers = 130;
    private const int PitchBend = 129;

    private readonly HostedPlugin _plugin;
    private readonly uint?[] _mapped = new uint?[Channels * Controllers];
    private readonly Dictionary<uint, double> _moved = new(256);

    public BlockInput(HostedPlugin plugin, bool mapControllers)
    {
        _plugin = plugin;
        for (int index = 0; index < _mapped.Length && mapControllers; index++)
            _mapped[index] = plugin.MapController(0, index / Controllers, index % Controllers);
    }

    public void Take(in TimelineItem item, int sampleOffset, double quarter)
    {
        if (item.ParameterId is { } id)
            Move(id, item.Normalized, sampleOffset);
        else if (item.Event.Type == EventType.MidiController && Mapped(item.Event.MidiController) is { } mapped)
            Move(mapped, Normalize(item.Event.MidiController), sampleOffset);
        else
            _plugin.InputEvents.Insert(item.Event with { SampleOffset = sampleOffset, QuarterPosition = quarter });
    }

    /// <summary>Records the values that the plugin itself has set in the last block.</summary>
    public void TakeOutputChanges()
    {
        for (int index = 0; index < _plugin.OutputChanges.Count; index++)
        {
            var queue = _plugin.OutputChanges[index];
            _moved[queue.Id] = queue[queue.Count - 1].Normalized;
        }
    }

    /// <summary>[main] Sends the controller the values that the processor received or set, as hosts do from time to time.</summary>
    public void ShowMovedParameters()
    {
        foreach (var (id, normalized) in _moved)
            _plugin.ShowParameter(id, normalized);
        _moved.Clear();
    }

    private static double Normalize(MidiControllerEvent e) =>
        e.Controller == PitchBend ? (e.Value2 << 7 | (int)e.Value) / 16383.0 : e.Value / 127.0;

    private void Move(uint id, double normalized, int sampleOffset)
    {
        _plugin.InputChanges.Add(id, sampleOffset, normalized);
        _moved[id] = normalized;
    }

    private uint? Mapped(MidiControllerEvent e) =>
        e.Controller < Controllers && (uint)e.Channel < Channels ? _mapped[e.Channel * Controllers + e.Controller] : null;
}
