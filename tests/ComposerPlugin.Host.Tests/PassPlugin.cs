using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host.Tests;

/// <summary>Passes on all events, and its parameter values as pressure; records the contexts of its blocks.</summary>
internal sealed class PassPlugin : IPluginInstance, IComponentProcessor, IController, IMidiControllerMap
{
    public const uint Pedal = 5;

    private readonly bool _writesAudio;
    private double _pedal;
    private byte[] _state = [];

    private PassPlugin(bool writesAudio) => _writesAudio = writesAudio;

    /// <summary>Frames and context of each block, if recorded.</summary>
    public List<(int Frames, ProcessContext? Context)>? Blocks { get; set; }

    /// <summary>Block lengths at which the process call fails.</summary>
    public int FailsAtFrames { get; set; } = -1;

    public ContextRequirements Required { get; set; } = (ContextRequirements)~0u;

    public IComponentProcessor Processor => this;

    public IController Controller => this;

    public IReadOnlyList<Bus> Buses { get; } =
    [
        new(MediaType.Event, BusDirection.Input, "In", 16),
        new(MediaType.Event, BusDirection.Output, "Out", 16),
        new(MediaType.Audio, BusDirection.Output, "Audio", 2),
    ];

    public ContextRequirements ContextRequirements => Required;

    public uint LatencySamples => 0;

    public uint TailSamples => 0;

    public int ParameterCount => 1;

    public static PluginLibrary Library(Action<PassPlugin>? created = null, bool writesAudio = true) => PluginLibrary.FromFactory(
        new PluginFactory("Vendor", "", "", [new(new(1, 2, 3, 4), "Pass", "Fx", () => Make(created, writesAudio))]).Share());

    public void Initialize(HostApplication host)
    {
    }

    public void Terminate()
    {
    }

    public void SetupProcessing(in ProcessSetup setup)
    {
    }

    public void SetActive(bool active)
    {
    }

    public void SetProcessing(bool processing)
    {
    }

    public void Process(in ProcessBlock block)
    {
        if (block.Frames == FailsAtFrames)
            throw new InvalidOperationException("This block shall fail.");
        Blocks?.Add((block.Frames, block.HasContext ? block.Context : null));
        for (int index = 0; index < block.ParameterChanges.Count; index++)
        {
            var queue = block.ParameterChanges[index];
            for (int point = 0; queue.TryGet(point, out int offset, out double value); point++)
                block.OutputEvents.TryAdd(new()
                {
                    Type = EventType.PolyPressure,
                    SampleOffset = offset,
                    PolyPressure = new() { Pitch = (short)queue.Id, Pressure = (float)value },
                });
        }
        for (int index = 0; block.InputEvents.TryGet(index, out var e); index++)
            block.OutputEvents.TryAdd(e);
        if (_writesAudio)
            block.Silence();
    }

    public bool GetState(HostStream stream) => stream.TryWrite(_state);

    public bool SetState(HostStream stream) => stream.TryReadToEnd(100, out _state);

    public ParameterInfo GetParameterInfo(int index) => new() { Id = Pedal, Title = "Pedal" };

    public bool HasParameter(uint id) => id == Pedal;

    public string Format(uint id, double normalized) => normalized.ToString("F2");

    public bool TryParse(uint id, ReadOnlySpan<char> text, out double normalized) => double.TryParse(text, out normalized);

    public double ToPlain(uint id, double normalized) => 2 * normalized;

    public double ToNormalized(uint id, double plain) => plain / 2;

    public double GetNormalized(uint id) => _pedal;

    public void SetNormalized(uint id, double normalized) => _pedal = normalized;

    public void SetComponentHandler(HostComponentHandler handler)
    {
    }

    public bool SetComponentState(HostStream stream) => true;

    bool IController.GetState(HostStream stream) => false;

    bool IController.SetState(HostStream stream) => false;

    public bool TryMap(int bus, int channel, int controller, out uint id)
    {
        id = Pedal;
        return controller is 64 or 129;
    }

    private static PassPlugin Make(Action<PassPlugin>? created, bool writesAudio)
    {
        var plugin = new PassPlugin(writesAudio);
        created?.Invoke(plugin);
        return plugin;
    }
}
