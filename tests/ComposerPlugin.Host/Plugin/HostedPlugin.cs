using System.Diagnostics;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// A plugin created and initialized by the host. It has calls for the main thread and for the audio thread; the
/// caller keeps them on their threads.
/// </summary>
public sealed unsafe class HostedPlugin : IDisposable
{
    private readonly ComponentTable** _component;
    private readonly AudioProcessorTable** _processor;
    private readonly EditControllerTable** _controller;
    private readonly MidiMappingTable** _midiMapping;
    private readonly ApplicationObject _application;
    private AudioOutputs? _outputs;
    private ProcessSetup _setup;
    private bool _active;

    internal HostedPlugin(HostedClass hostedClass, void* component, string hostName)
    {
        Class = hostedClass;
        _component = (ComponentTable**)component;
        _application = new(hostName);
        int result = (*_component)->PluginBase.Initialize(_component, _application.Pointer);
        if (result != Result.Ok)
            throw new InvalidOperationException($"\"{hostedClass.Name}\" could not be initialized; it returned {result}.");
        _processor = (AudioProcessorTable**)Ask(InterfaceIds.AudioProcessor, "IAudioProcessor");
        _controller = (EditControllerTable**)Ask(InterfaceIds.EditController, "IEditController");
        _midiMapping = (MidiMappingTable**)HostUnknown.QueryInterface(_component, InterfaceIds.MidiMapping);
        (*_controller)->SetComponentHandler(_controller, Handler.Pointer);
        ContextRequirements = Declarations.Requirements(_component);
        Buses = Declarations.Buses(_component);
        Parameters = Declarations.Parameters(_controller);
        (Units, Programs) = (Declarations.Units(_component), Declarations.Programs(_component));
    }

    /// <summary>Its class.</summary>
    public HostedClass Class { get; }

    /// <summary>All buses.</summary>
    public IReadOnlyList<HostedBus> Buses { get; }

    /// <summary>All parameters.</summary>
    public IReadOnlyList<HostedParameter> Parameters { get; }

    /// <summary>The names of all groups of parameters, by their ids.</summary>
    public IReadOnlyDictionary<int, string> Units { get; }

    /// <summary>The names of all programs of all lists.</summary>
    public IReadOnlyList<string> Programs { get; }

    /// <summary>The transport fields that the plugin requires.</summary>
    public ContextRequirements ContextRequirements { get; }

    /// <summary>Records what the plugin reports to the host.</summary>
    public ComponentHandlerObject Handler { get; } = new();

    /// <summary>Events for the next block; cleared after it.</summary>
    public EventListObject InputEvents { get; } = new();

    /// <summary>Events of the last block.</summary>
    public EventListObject OutputEvents { get; } = new();

    /// <summary>Parameter changes for the next block; cleared after it.</summary>
    public ParameterChangesObject InputChanges { get; } = new();

    /// <summary>Parameter changes that the plugin sent in the last block.</summary>
    public ParameterChangesObject OutputChanges { get; } = new();

    /// <summary>Delay of the output, in sample frames.</summary>
    public uint LatencySamples => (*_processor)->GetLatencySamples(_processor);

    /// <summary>The tail of the output after the input ends, in sample frames.</summary>
    public uint TailSamples => (*_processor)->GetTailSamples(_processor);

    /// <summary>References that the plugin holds on objects of the host.</summary>
    public int HostReferences =>
        _application.References + Handler.References + InputEvents.References + OutputEvents.References
        + InputChanges.References + OutputChanges.References - 6;

    /// <summary>Duration of the last process call.</summary>
    public TimeSpan LastProcessTime { get; private set; }

    /// <summary>
    /// Bytes allocated in this process's managed heap by the last block; a library compiled ahead of time has its own heap.
    /// </summary>
    public long LastProcessAllocated { get; private set; }

    /// <summary>The parameter with a title.</summary>
    public HostedParameter Parameter(string title) => Parameters.FirstOrDefault(parameter => parameter.Title == title)
        ?? throw new ArgumentException(
            $"There is no parameter \"{title}\"; there are: {string.Join(", ", Parameters.Select(p => p.Title))}.", nameof(title));

    /// <summary>The value that the controller shows.</summary>
    public double GetNormalized(uint id) => (*_controller)->GetParamNormalized(_controller, id);

    /// <summary>Sets a parameter as a host does for automation: in the controller, and in the processor with the next block.</summary>
    public void SetParameter(uint id, double normalized, int sampleOffset = 0)
    {
        ShowParameter(id, normalized);
        InputChanges.Add(id, sampleOffset, normalized);
    }

    /// <summary>Sets a value in the controller only.</summary>
    public void ShowParameter(uint id, double normalized) => (*_controller)->SetParamNormalized(_controller, id, normalized);

    /// <summary>The text of a value.</summary>
    public string Format(uint id, double normalized)
    {
        Utf16Text128 text = default;
        int result = (*_controller)->GetParamStringByValue(_controller, id, normalized, (char*)&text);
        return result == Result.Ok ? text.ToString() : throw new InvalidOperationException($"Parameter {id} gave no text ({result}).");
    }

    /// <summary>Parses a text to a normalized value; false if the plugin rejects it.</summary>
    public bool TryParse(uint id, string text, out double normalized)
    {
        double value = 0;
        bool parsed;
        fixed (char* place = text)
            parsed = (*_controller)->GetParamValueByString(_controller, id, place, &value) == Result.Ok;
        normalized = value;
        return parsed;
    }

    /// <summary>Normalized to plain value.</summary>
    public double ToPlain(uint id, double normalized) => (*_controller)->NormalizedParamToPlain(_controller, id, normalized);

    /// <summary>Plain to normalized value.</summary>
    public double ToNormalized(uint id, double plain) => (*_controller)->PlainParamToNormalized(_controller, id, plain);

    /// <summary>The parameter that a MIDI controller is mapped to, or null.</summary>
    public uint? MapController(int bus, int channel, int controller)
    {
        if (_midiMapping == null)
            return null;
        uint id;
        int result = (*_midiMapping)->GetMidiControllerAssignment(_midiMapping, bus, (short)channel, (short)controller, &id);
        return result == Result.Ok ? id : null;
    }

    /// <summary>The state as a host stores it in a project.</summary>
    public byte[] GetState()
    {
        using var stream = new StreamObject();
        int result = (*_component)->GetState(_component, stream.Pointer);
        return result == Result.Ok
            ? stream.ToArray()
            : throw new InvalidOperationException($"\"{Class.Name}\" gave no state; it returned {result}.");
    }

    /// <summary>
    /// Restores a state, in the component and then in the controller, as hosts do; false if the component refused it.
    /// </summary>
    /// <param name="state">The bytes.</param>
    /// <param name="longestRead">The most bytes that one read returns.</param>
    public bool SetState(ReadOnlySpan<byte> state, int longestRead = int.MaxValue)
    {
        using var stream = new StreamObject(state, longestRead);
        bool taken = (*_component)->SetState(_component, stream.Pointer) == Result.Ok;
        stream.Rewind();
        (*_controller)->SetComponentState(_controller, stream.Pointer);
        return taken;
    }

    /// <summary>The state of the controller, as hosts store it with the component's; null if it has none.</summary>
    public byte[]? GetControllerState()
    {
        using var stream = new StreamObject();
        return (*_controller)->GetState(_controller, stream.Pointer) == Result.Ok ? stream.ToArray() : null;
    }

    /// <summary>Restores a state in the controller only; false if it refused it.</summary>
    public bool SetControllerState(ReadOnlySpan<byte> state)
    {
        using var stream = new StreamObject(state);
        return (*_controller)->SetState(_controller, stream.Pointer) == Result.Ok;
    }

    /// <summary>[main] Creates a view; null if the plugin has none. Dispose it before the plugin.</summary>
    public HostedView? CreateView()
    {
        fixed (byte* name = "editor\0"u8)
        {
            void* view = (*_controller)->CreateView(_controller, name);
            return view == null ? null : new(view);
        }
    }

    /// <summary>[main] Announces rate, block size and mode, activates the buses and then the plugin.</summary>
    public void Activate(
        double sampleRate, int maxFrames, ProcessMode mode = ProcessMode.Realtime, SampleSize sampleSize = SampleSize.Float32)
    {
        Deactivate();
        foreach (var bus in Buses)
            (*_component)->ActivateBus(_component, (int)bus.Media, (int)bus.Direction, bus.Index, 1);
        _setup = new() { Mode = mode, SampleSize = sampleSize, MaxFrames = maxFrames, SampleRate = sampleRate };
        ProcessSetup setup = _setup;
        int result = (*_processor)->SetupProcessing(_processor, &setup);
        if (result != Result.Ok)
            throw new InvalidOperationException(
                $"\"{Class.Name}\" refused {sampleRate} Hz, {maxFrames} frames, {mode}; it returned {result}.");
        _outputs = new(
            [.. Buses.Where(bus => bus is { Media: MediaType.Audio, Direction: BusDirection.Output }).Select(bus => bus.Channels)],
            sampleSize, maxFrames);
        result = (*_component)->SetActive(_component, 1);
        if (result != Result.Ok)
            throw new InvalidOperationException($"\"{Class.Name}\" could not be activated; it returned {result}.");
        _active = true;
    }

    /// <summary>[main] Deactivates the plugin.</summary>
    public void Deactivate()
    {
        if (!_active)
            return;
        _active = false;
        (*_component)->SetActive(_component, 0);
        _outputs?.Dispose();
        _outputs = null;
    }

    /// <summary>[audio] Calls setProcessing: process calls begin or end.</summary>
    public void SetProcessing(bool processing) => (*_processor)->SetProcessing(_processor, processing ? (byte)1 : (byte)0);

    /// <summary>[audio] Plays one block of an active plugin; false if the plugin returned an error.</summary>
    /// <param name="frames">Length of the block.</param>
    /// <param name="context">The transport at the first frame.</param>
    /// <param name="missing">Parts to omit.</param>
    public bool Process(int frames, in ProcessContext context, BlockParts missing = BlockParts.None)
    {
        var outputs = _outputs ?? throw new InvalidOperationException("Activate the plugin before processing.");
        OutputEvents.Clear();
        OutputChanges.Clear();
        outputs.Prepare(frames);
        ProcessContext passed = context;
        bool hasBuses = !missing.HasFlag(BlockParts.AudioBuses);
        bool hasChanges = !missing.HasFlag(BlockParts.ParameterChanges);
        AudioBusBuffers* empty = stackalloc AudioBusBuffers[outputs.Count];
        new Span<AudioBusBuffers>(empty, outputs.Count).Clear();
        var data = new ProcessData
        {
            Mode = _setup.Mode,
            SampleSize = _setup.SampleSize,
            Frames = frames,
            OutputCount = hasBuses ? outputs.Count : 0,
            Outputs = !hasBuses ? null : missing.HasFlag(BlockParts.AudioBuffers) ? empty : outputs.Buses,
            InputParameterChanges = hasChanges ? InputChanges.Pointer : null,
            OutputParameterChanges = hasChanges ? OutputChanges.Pointer : null,
            InputEvents = missing.HasFlag(BlockParts.InputEvents) ? null : InputEvents.Pointer,
            OutputEvents = missing.HasFlag(BlockParts.OutputEvents) ? null : OutputEvents.Pointer,
            Context = missing.HasFlag(BlockParts.Context) ? null : &passed,
        };
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long begin = Stopwatch.GetTimestamp();
        int result = (*_processor)->Process(_processor, &data);
        LastProcessTime = Stopwatch.GetElapsedTime(begin);
        LastProcessAllocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        InputEvents.Clear();
        InputChanges.Clear();
        return result == Result.Ok;
    }

    /// <summary>[audio] The largest absolute output sample of the last block; NaN if the plugin left any unwritten.</summary>
    /// <param name="frames">Length of that block.</param>
    public double OutputPeak(int frames) => _outputs?.Peak(frames) ?? 0;

    /// <summary>An output sample of the last block.</summary>
    public double OutputSample(int bus, int channel, int frame) => _outputs!.Sample(bus, channel, frame);

    /// <summary>[main] Terminates the plugin, and keeps its references. Some hosts do so while it still processes.</summary>
    public void Terminate()
    {
        int result = (*_component)->PluginBase.Terminate(_component);
        if (result != Result.Ok)
            throw new InvalidOperationException($"\"{Class.Name}\" could not be terminated; it returned {result}.");
    }

    /// <summary>[main] Initializes the plugin again after <see cref="Terminate"/>, as validators do.</summary>
    public void Initialize()
    {
        int result = (*_component)->PluginBase.Initialize(_component, _application.Pointer);
        if (result != Result.Ok)
            throw new InvalidOperationException($"\"{Class.Name}\" could not be initialized; it returned {result}.");
        (*_controller)->SetComponentHandler(_controller, Handler.Pointer);
    }

    /// <summary>[main] Terminates the plugin and releases all references.</summary>
    public void Dispose()
    {
        Deactivate();
        (*_controller)->SetComponentHandler(_controller, null);
        (*_component)->PluginBase.Terminate(_component);
        HostUnknown.Release(_midiMapping);
        HostUnknown.Release(_controller);
        HostUnknown.Release(_processor);
        HostUnknown.Release(_component);
        int held = HostReferences;
        // Objects that the plugin still refers to are not freed: freeing them would crash it.
        if (held != 0)
            throw new InvalidOperationException($"\"{Class.Name}\" still holds {held} references to objects of the host.");
        foreach (HostObject lent in (HostObject[])[_application, Handler, InputEvents, OutputEvents, InputChanges, OutputChanges])
            lent.Dispose();
    }

    private void* Ask(Uid id, string name)
    {
        void* answer = HostUnknown.QueryInterface(_component, id);
        return answer != null ? answer : throw new InvalidOperationException($"\"{Class.Name}\" has no {name}.");
    }
}
