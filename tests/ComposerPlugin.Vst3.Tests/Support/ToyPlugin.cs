namespace ComposerPlugin.Vst3.Tests;

/// <summary>A plugin with two parameters that records the layer's calls.</summary>
internal sealed class ToyPlugin : IPluginInstance, IComponentProcessor, IController, IMidiControllerMap, IUnitList, IViewSource
{
    public const uint Level = 7;
    public const uint Steps = 9;

    public static readonly Uid ClassId = new(0x11111111, 0x22222222, 0x33333333, 0x44444444);

    public delegate void Block(in ProcessBlock block);

    public List<string> Calls { get; } = [];

    public HostApplication Host { get; private set; }

    /// <summary>The name that the host gives during <see cref="Initialize"/>.</summary>
    public string HostName { get; private set; } = "";

    public HostComponentHandler Handler { get; private set; }

    public Dictionary<uint, double> Values { get; } = new() { [Level] = 0.5, [Steps] = 0 };

    public byte[] State { get; private set; } = [1, 2, 3];

    public ProcessSetup Setup { get; private set; }

    /// <summary>The buses that the host has activated or deactivated.</summary>
    public List<(MediaType Media, BusDirection Direction, int Index, bool Active)> BusChanges { get; } = [];

    public Block? OnProcess { get; set; }

    /// <summary>Creates the next view.</summary>
    public Func<IView?> NewView { get; set; } = () => null;

    /// <summary>The call that fails.</summary>
    public string FailsIn { get; set; } = "";

    public IComponentProcessor Processor => this;

    public IController Controller => this;

    public IReadOnlyList<Bus> Buses { get; } =
    [
        new(MediaType.Event, BusDirection.Input, "Notes In", 16),
        new(MediaType.Event, BusDirection.Output, "Notes Out", 16),
        new(MediaType.Audio, BusDirection.Output, "Stereo Out", 2),
    ];

    public IReadOnlyList<Unit> Units { get; } = [new(Unit.Root, Unit.None, "Toy", 5), new(2, Unit.Root, "Group", Unit.None)];

    public IReadOnlyList<ProgramList> ProgramLists { get; } = [new(5, "Bank", ["First", "Second"])];

    public ContextRequirements ContextRequirements => ContextRequirements.Tempo | ContextRequirements.ProjectTimeMusic;

    public uint LatencySamples => 64;

    public uint TailSamples => uint.MaxValue;

    public int ParameterCount => 2;

    /// <summary>A factory of one class that passes its instances to the test.</summary>
    public static PluginFactory Factory(Action<ToyPlugin> created) => new("Vendor", "url", "mail",
    [
        new(ClassId, "Toy", "Instrument|Generator", () =>
        {
            var plugin = new ToyPlugin();
            created(plugin);
            return plugin;
        })
        { Version = "1.2.3" },
        new(new(5, 6, 7, 8), "Broken", "Fx", () => throw new InvalidOperationException("broken")) { Vendor = "Other" },
    ]);

    public void Initialize(HostApplication host)
    {
        (Host, HostName) = (host, host.Name);
        Note("Initialize");
    }

    public void Terminate() => Note("Terminate");

    public void SetupProcessing(in ProcessSetup setup)
    {
        Setup = setup;
        Note("SetupProcessing");
    }

    public void ActivateBus(MediaType media, BusDirection direction, int index, bool active) =>
        BusChanges.Add((media, direction, index, active));

    public void SetActive(bool active) => Note($"SetActive {active}");

    public void SetProcessing(bool processing) => Note($"SetProcessing {processing}");

    public void Process(in ProcessBlock block)
    {
        if (FailsIn == "Process")
            throw new InvalidOperationException("Process");
        OnProcess?.Invoke(block);
    }

    public ParameterInfo GetParameterInfo(int index) => index == 0
        ? new()
        {
            Id = Level,
            Title = "Level",
            ShortTitle = "Lvl",
            Units = "dB",
            DefaultNormalized = 0.5,
            Flags = ParameterFlags.CanAutomate,
        }
        : new() { Id = Steps, Title = "Steps", StepCount = 4, Flags = ParameterFlags.List };

    public bool HasParameter(uint id) => Values.ContainsKey(id);

    public string Format(uint id, double normalized) => $"{ToPlain(id, normalized)}";

    public bool TryParse(uint id, ReadOnlySpan<char> text, out double normalized)
    {
        bool parsed = double.TryParse(text, out double plain);
        normalized = ToNormalized(id, plain);
        return parsed;
    }

    public double ToPlain(uint id, double normalized) => normalized * 10;

    public double ToNormalized(uint id, double plain) => plain / 10;

    public double GetNormalized(uint id) => Values[id];

    public void SetNormalized(uint id, double normalized) => Values[id] = normalized;

    public IView? CreateView() => NewView();

    public void SetComponentHandler(HostComponentHandler handler) => Handler = handler;

    public bool SetComponentState(HostStream stream) => true;

    bool IController.GetState(HostStream stream) => false;

    bool IController.SetState(HostStream stream) => false;

    public bool GetState(HostStream stream) => stream.TryWrite(State);

    public bool SetState(HostStream stream)
    {
        if (!stream.TryReadToEnd(1000, out byte[] state))
            return false;
        State = state;
        return true;
    }

    public bool TryMap(int bus, int channel, int controller, out uint id)
    {
        id = Level;
        return bus == 0 && channel == 3 && controller == 64;
    }

    private void Note(string call)
    {
        Calls.Add(call);
        if (FailsIn == call)
            throw new InvalidOperationException(call);
    }
}
