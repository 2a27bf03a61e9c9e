using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// A host that makes any call at any time, in legal and illegal order, with null pointers, wrong ids and odd values, drawn from a seed. A
/// plugin may refuse what it likes: it must return one of the result codes of the SDK, write only where it may, and let go of everything.
/// </summary>
public sealed unsafe class WildHost : IDisposable
{
    private const int MostFrames = 8192, Canary = 0x5A5A;

    private static readonly double[] _oddValues =
        [0, 1, 0.5, -1, 2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-320, 1e300];

    private readonly Random _random;
    private readonly RawInstance _raw;
    private readonly ApplicationObject _application = new("Wild");
    private readonly ComponentHandlerObject _handler = new();
    private readonly ParameterChangesObject _input = new();
    private readonly ParameterChangesObject _output = new();
    private readonly EventListObject _inputEvents = new();
    private readonly EventListObject _outputEvents = new();
    private readonly byte[][] _states;
    private readonly AudioOutputs _outputs = new([2], SampleSize.Float32, MostFrames);
    private readonly List<string> _broken = [];
    private byte[] _saved = [];

    /// <summary>Creates an instance.</summary>
    /// <param name="library">The library.</param>
    /// <param name="className">The class.</param>
    /// <param name="seed">What is done with it.</param>
    /// <param name="states">States to load, besides those that the instance saves.</param>
    public WildHost(PluginLibrary library, string className, int seed, params byte[][] states)
    {
        (_random, _states) = (new(seed), states);
        _raw = new(library, className);
    }

    /// <summary>What the plugin did wrong, a sentence each.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Makes a number of calls.</summary>
    public void Call(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            int kind = _random.Next(26);
            int result = Make(kind);
            if (result != Result.Ok && result != Result.False && result != Result.InvalidArgument && result != Result.NotImplemented
                && result != Result.NoInterface)
                _broken.Add($"Call {i}, of kind {kind}, returned {result}.");
        }
    }

    /// <summary>Releases the instance, in whatever state it is, and then all objects that it may have kept.</summary>
    public void Dispose()
    {
        uint references = _raw.References;
        if (references != _raw.Interfaces.Count)
            _broken.Add($"There are {references} references to the instance, and {_raw.Interfaces.Count} are held.");
        _raw.Dispose();
        _outputs.Dispose();
        foreach (HostObject lent in (HostObject[])[_application, _handler, _input, _output, _inputEvents, _outputEvents])
        {
            if (lent.References != 1)
                _broken.Add($"A {lent.GetType().Name} is still held ({lent.References - 1}).");
            else
                lent.Dispose();
        }
    }

    private int Make(int kind)
    {
        var component = _raw.Component;
        var processor = _raw.Processor;
        var controller = _raw.Controller;
        var units = _raw.Units;
        BusInfo bus;
        UnitInfo unit;
        ProgramListInfo list;
        ParameterInfo parameter;
        ulong arrangement;
        uint id;
        double value;
        char* text = stackalloc char[Utf16Text128.Capacity + 1];
        new Span<char>(text, Utf16Text128.Capacity).Fill(Odd() ? '9' : (char)_random.Next(1, 0x10000));
        text[Utf16Text128.Capacity] = (char)Canary;
        int result = kind switch
        {
            0 => (*component)->PluginBase.Initialize(component, Odd() ? null : _application.Pointer),
            1 => _random.Next(4) == 0 ? (*component)->PluginBase.Terminate(component) : Result.Ok,
            2 => (*component)->SetActive(component, (byte)_random.Next(3)),
            3 => (*processor)->SetProcessing(processor, (byte)_random.Next(3)),
            4 => SetUp(),
            5 or 6 or 7 or 8 or 9 => Process(),
            10 => SetState(toController: false),
            11 => SetState(toController: true),
            12 => GetState(),
            13 => (*controller)->SetComponentHandler(controller, Odd() ? null : _handler.Pointer),
            14 => (*controller)->SetParamNormalized(controller, ParameterId(), OddValue()),
            15 => (*controller)->GetParamStringByValue(controller, ParameterId(), OddValue(), Odd() ? null : text),
            16 => (*controller)->GetParamValueByString(controller, ParameterId(), Odd() ? null : text, Odd() ? null : &value),
            17 => (*controller)->GetParameterInfo(controller, OddIndex(), Odd() ? null : &parameter),
            18 => (*component)->GetBusInfo(component, OddIndex(), OddIndex(), OddIndex(), Odd() ? null : &bus),
            19 => (*component)->ActivateBus(component, OddIndex(), OddIndex(), OddIndex(), (byte)_random.Next(2)),
            20 => (*processor)->GetBusArrangement(processor, OddIndex(), OddIndex(), Odd() ? null : &arrangement),
            21 => (*units)->GetUnitInfo(units, OddIndex(), Odd() ? null : &unit),
            22 => (*units)->GetProgramListInfo(units, OddIndex(), Odd() ? null : &list),
            23 => (*units)->GetProgramName(units, OddIndex(), OddIndex(), Odd() ? null : text),
            24 => (*_raw.Mapping)->GetMidiControllerAssignment(
                _raw.Mapping, OddIndex(), (short)_random.Next(-2, 20), (short)_random.Next(-2, 140), Odd() ? null : &id),
            _ => Ask(),
        };
        if (text[Utf16Text128.Capacity] != Canary)
            _broken.Add($"Kind {kind} wrote behind a text.");
        return result;
    }

    private int Ask()
    {
        uint id = ParameterId();
        double held = (*_raw.Controller)->GetParamNormalized(_raw.Controller, id);
        if (held is not (>= 0 and <= 1))
            _broken.Add($"Parameter {id} is {held}.");
        (*_raw.Controller)->NormalizedParamToPlain(_raw.Controller, id, OddValue());
        (*_raw.Controller)->PlainParamToNormalized(_raw.Controller, id, OddValue());
        (*_raw.Processor)->GetLatencySamples(_raw.Processor);
        (*_raw.Processor)->GetTailSamples(_raw.Processor);
        (*_raw.Requirements)->GetProcessContextRequirements(_raw.Requirements);
        return (*_raw.Units)->SelectUnit(_raw.Units, OddIndex());
    }

    private int SetUp()
    {
        var setup = new ProcessSetup
        {
            Mode = (ProcessMode)_random.Next(-1, 4),
            SampleSize = (SampleSize)_random.Next(-1, 3),
            MaxFrames = OddIndex(),
            SampleRate = Odd() ? OddValue() : 48000,
        };
        return (*_raw.Processor)->SetupProcessing(_raw.Processor, Odd() ? null : &setup);
    }

    private int SetState(bool toController)
    {
        byte[] state = _random.Next(4) switch
        {
            0 => _saved,
            1 when _saved.Length > 0 => Damaged(),
            _ => _states.Length > 0 ? _states[_random.Next(_states.Length)] : [],
        };
        using var stream = new StreamObject(state, Odd() ? 7 : int.MaxValue);
        void* pointer = Odd() ? null : stream.Pointer;
        int result = toController
            ? (*_raw.Controller)->SetState(_raw.Controller, pointer)
            : (*_raw.Component)->SetState(_raw.Component, pointer);
        (*_raw.Controller)->SetComponentState(_raw.Controller, pointer);
        if (stream.References != 1)
            _broken.Add("A stream is still held.");
        return result;
    }

    private byte[] Damaged()
    {
        byte[] damaged = [.. _saved];
        for (int i = _random.Next(1, 4); i > 0; i--)
            damaged[_random.Next(damaged.Length)] = (byte)_random.Next(256);
        return _random.Next(2) == 0 ? damaged : damaged[.._random.Next(damaged.Length)];
    }

    private int GetState()
    {
        using var stream = new StreamObject();
        int result = (*_raw.Component)->GetState(_raw.Component, Odd() ? null : stream.Pointer);
        if (result == Result.Ok)
            _saved = stream.ToArray();
        return result;
    }

    private int Process()
    {
        int frames = _random.Next(3) switch { 0 => _random.Next(-2, 3), 1 => _random.Next(MostFrames + 1), _ => 64 };
        for (int changes = _random.Next(5); changes > 0; changes--)
            _input.Add(ParameterId(), OddIndex(), OddValue());
        for (int events = _random.Next(5); events > 0; events--)
            _inputEvents.Add(OddEvent());
        _outputs.Prepare(Math.Max(0, frames));
        var context = new ProcessContext
        {
            State = (ContextFlags)_random.Next(),
            Tempo = Odd() ? OddValue() : 120,
            ProjectTimeMusic = Odd() ? OddValue() : _random.Next(100),
            BarPositionMusic = Odd() ? OddValue() : _random.Next(100),
            CycleStartMusic = Odd() ? OddValue() : 0,
            CycleEndMusic = Odd() ? OddValue() : 8,
            TimeSignatureNumerator = OddIndex(),
            TimeSignatureDenominator = Odd() ? OddIndex() : 4,
        };
        var data = new ProcessData
        {
            Mode = (ProcessMode)_random.Next(-1, 2),
            Frames = frames,
            OutputCount = _random.Next(-1, 2),
            Outputs = Odd() ? null : _outputs.Buses,
            InputParameterChanges = Odd() ? null : _input.Pointer,
            OutputParameterChanges = Odd() ? null : _output.Pointer,
            InputEvents = Odd() ? null : _inputEvents.Pointer,
            OutputEvents = Odd() ? null : _outputEvents.Pointer,
            Context = Odd() ? null : &context,
        };
        int result = (*_raw.Processor)->Process(_raw.Processor, Odd() ? null : &data);
        _input.Clear();
        _output.Clear();
        _inputEvents.Clear();
        _outputEvents.Clear();
        return result;
    }

    private Event OddEvent()
    {
        var e = new Event { Bus = OddIndex(), SampleOffset = OddIndex(), Type = (EventType)_random.Next(-1, 9) };
        if (_random.Next(2) == 0)
            e.Type = _random.Next(2) == 0 ? EventType.NoteOn : EventType.NoteOff;
        if (e.Type is EventType.NoteOn)
            e.NoteOn = new() { Channel = OddShort(), Pitch = OddShort(), Velocity = (float)OddValue(), NoteId = OddIndex() };
        else if (e.Type is EventType.NoteOff)
            e.NoteOff = new() { Channel = OddShort(), Pitch = OddShort(), NoteId = OddIndex() };
        else if (e.Type == EventType.MidiController)
            e.MidiController = new() { Channel = (sbyte)_random.Next(-128, 128), Controller = (byte)_random.Next(256) };
        return e;
    }

    private short OddShort() => Odd() ? (short)_random.Next(short.MinValue, short.MaxValue + 1) : (short)_random.Next(16, 100);

    // Those of the plugin, those of MIDI controllers, and any.
    private uint ParameterId() => _random.Next(3) switch
    {
        0 => (uint)_random.Next(110), 1 => 1000 + (uint)_random.Next(2100), _ => (uint)_random.NextInt64(uint.MaxValue + 1L),
    };

    private int OddIndex() => _random.Next(4) switch
    {
        0 => _random.Next(), 1 => -_random.Next(), _ => _random.Next(-1, 4),
    };

    private double OddValue() => Odd() ? _oddValues[_random.Next(_oddValues.Length)] : _random.NextDouble();

    private bool Odd() => _random.Next(4) == 0;
}
