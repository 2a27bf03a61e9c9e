using ComposerPlugin.Engine;
using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[main] The side of an instance that host and musician see: names, texts and values of the controls.</summary>
public sealed class Controller : IController, IMidiControllerMap, IUnitList
{
    private const int RootProgramList = 1;

    private readonly double[] _normalized = [.. Parameters.All.Select(parameter => parameter.ToNormalized(parameter.Default))];
    private readonly double[] _midi = [.. Enumerable.Range(0, MidiControllers.Count).Select(MidiControllers.Rest)];
    private readonly LearnedMapping[] _learned = new LearnedMapping[MidiLearn.Triggers];
    private readonly Parameter[] _shown;
    private readonly ControllerQueues _wires;
    private readonly IInstanceState _state;
    private readonly int _program = Parameters.IndexOf(Parameters.Program.Id);
    private StyleList? _styles;

    /// <summary>A controller of these queues.</summary>
    /// <param name="hasAudio">Whether the instance has an audio output, and so a preview tone.</param>
    /// <param name="wires">What is told to and by the processor.</param>
    /// <param name="state">The instance's state.</param>
    public Controller(bool hasAudio, ControllerQueues wires, IInstanceState state)
    {
        _shown = [.. Parameters.All.Where(parameter => hasAudio || parameter != Parameters.PreviewLevel)];
        _wires = wires;
        _state = state;
    }

    /// <summary>[main] What the host is to be told at its next call.</summary>
    public HostNotices Notices { get; } = new();

    /// <inheritdoc/>
    public int ParameterCount => _shown.Length + MidiControllers.Count;

    /// <inheritdoc/>
    public IReadOnlyList<Unit> Units { get; } =
    [
        new(Unit.Root, Unit.None, "Composer", RootProgramList),
        .. Enum.GetValues<ParameterGroup>().Where(group => group != ParameterGroup.Plugin).Select(group => new Unit((int)group, Unit.Root, $"{group}", Unit.None)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<ProgramList> ProgramLists { get; } = [new(RootProgramList, "Programs", [.. FactoryPrograms.All.Select(program => program.Name)])];

    /// <inheritdoc/>
    public ParameterInfo GetParameterInfo(int index)
    {
        if (index >= _shown.Length)
            return MidiControllers.Describe(index - _shown.Length);
        var parameter = _shown[index];
        return new()
        {
            Id = parameter.Id,
            Title = parameter.Title,
            ShortTitle = parameter.Title,
            Units = parameter.Unit,
            StepCount = parameter.Steps,
            DefaultNormalized = parameter.ToNormalized(parameter.Default),
            UnitId = (int)parameter.Group,
            Flags = parameter.Flags,
        };
    }

    /// <inheritdoc/>
    public bool HasParameter(uint id) => MidiControllers.IndexOf(id) >= 0 || _shown.Any(parameter => parameter.Id == id);

    /// <inheritdoc/>
    public bool TryMap(int bus, int channel, int controller, out uint id)
    {
        bool mapped = bus == 0 && channel is >= 0 and < 16 && controller is >= 0 and < MidiControllers.PerChannel;
        id = mapped ? MidiControllers.FirstId + (uint)MidiControllers.IndexOf(channel, controller) : 0;
        return mapped;
    }

    /// <inheritdoc/>
    public string Format(uint id, double normalized)
    {
        if (MidiControllers.IndexOf(id) is var midi and >= 0)
            return $"{MidiControllers.ToMidi(midi, normalized)}";
        TellStyles();
        return id == Parameters.Status.Id ? _state.Status.Text : Of(id).Format(normalized);
    }

    /// <inheritdoc/>
    public bool TryParse(uint id, ReadOnlySpan<char> text, out double normalized)
    {
        if (MidiControllers.IndexOf(id) is not (var midi and >= 0))
            return Of(id).TryParse(text, out normalized);
        bool isNumber = int.TryParse(text, out int value);
        normalized = MidiControllers.FromMidi(midi, value);
        return isNumber;
    }

    /// <inheritdoc/>
    public double ToPlain(uint id, double normalized) =>
        MidiControllers.IndexOf(id) is var midi and >= 0 ? MidiControllers.ToMidi(midi, normalized) : Of(id).ToPlain(normalized);

    /// <inheritdoc/>
    public double ToNormalized(uint id, double plain) =>
        MidiControllers.IndexOf(id) is var midi and >= 0 ? MidiControllers.FromMidi(midi, (int)Math.Round(plain)) : Of(id).ToNormalized(plain);

    /// <inheritdoc/>
    public double GetNormalized(uint id)
    {
        TakeTold();
        TellStyles();
        if (MidiControllers.IndexOf(id) is var midi and >= 0)
            return _midi[midi];
        return id == Parameters.Status.Id ? Parameters.Status.ToNormalized((int)_state.Status.Level) : _normalized[Parameters.IndexOf(id)];
    }

    /// <inheritdoc/>
    public void SetNormalized(uint id, double normalized)
    {
        TakeTold();
        if (MidiControllers.IndexOf(id) is var midi and >= 0)
        {
            _midi[midi] = normalized;
            return;
        }
        Notices.Forget(id);
        Take(Parameters.IndexOf(id), normalized);
        Notices.Tell();
    }

    /// <inheritdoc/>
    public void SetComponentHandler(HostComponentHandler handler)
    {
        _styles ??= StylePaths.Catalog.Present;
        Notices.Use(handler);
    }

    /// <inheritdoc/>
    public bool SetComponentState(HostStream stream) => true;

    /// <inheritdoc/>
    public bool GetState(HostStream stream) => _state.Write(stream);

    /// <inheritdoc/>
    public bool SetState(HostStream stream) => _state.Read(stream);

    /// <summary>[main] The plain value of a control.</summary>
    public double Plain(Parameter parameter)
    {
        TakeTold();
        return parameter.ToPlain(_normalized[Parameters.IndexOf(parameter.Id)]);
    }

    /// <summary>[main] Sets a control, here and in the processor.</summary>
    public void Set(Parameter parameter, double plain)
    {
        TakeTold();
        int index = Parameters.IndexOf(parameter.Id);
        _normalized[index] = parameter.ToNormalized(plain);
        _wires.Values.TryPush(new(index, _normalized[index], 0));
    }

    /// <summary>[main] Writes the controls into a state.</summary>
    public void Save(PluginState state)
    {
        TakeTold();
        state.Program = Parameters.Program.Format(_normalized[_program]);
        state.SetParameters(_shown.Where(parameter => parameter.IsSaved)
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.ToPlain(_normalized[Parameters.IndexOf(parameter.Id)]))));
        state.Learned = _learned;
    }

    /// <summary>[main] Takes the controls of a state, here and in the processor; a control that is not named goes to its default.</summary>
    public void Load(PluginState state)
    {
        TakeTold();
        var plain = state.Parameters;
        foreach (var parameter in _shown.Where(parameter => parameter.IsSaved))
            Set(parameter, plain.TryGetValue(parameter.Key, out double value) ? value : parameter.Default);
        Set(Parameters.Program, FactoryPrograms.IndexOf(state.Program));
        var learned = state.Learned;
        for (int i = 0; i < _learned.Length; i++)
        {
            _learned[i] = learned[i];
            _wires.Learned.TryPush(new((TakeTrigger)i, learned[i]));
        }
    }

    // Another thread finds styles, but the host may hear of them on its own alone, while it asks for a value or a text.
    private void TellStyles()
    {
        var present = StylePaths.Catalog.Present;
        if (_styles is not null && _styles != present)
        {
            _styles = present;
            Notices.Restart(RestartFlags.ParameterTitlesChanged | RestartFlags.ParameterValuesChanged);
        }
        Notices.Tell();
    }

    private static Parameter Of(uint id) => Parameters.All[Parameters.IndexOf(id)];

    private void Take(int index, double normalized)
    {
        int before = ProgramIndex;
        _normalized[index] = normalized;
        if (ProgramIndex == before)
            return;
        // The processor does the same when the host gives it the program's value.
        for (int i = 0; i < _normalized.Length; i++)
        {
            if (FactoryPrograms.All[ProgramIndex].ValueOf(Parameters.All[i]) is { } plain)
                _normalized[i] = Parameters.All[i].ToNormalized(plain);
        }
        Notices.Restart(RestartFlags.ParameterValuesChanged);
    }

    private int ProgramIndex => (int)Parameters.Program.ToPlain(_normalized[_program]);

    private void TakeTold()
    {
        while (_wires.ToldValues.TryPop(out var change))
        {
            var parameter = Parameters.All[change.Index];
            // What springs back of itself is news to a host that does not read a block's output.
            if (parameter.SpringsBack && _normalized[change.Index] != change.Normalized)
                Notices.Edit(parameter.Id, change.Normalized);
            Take(change.Index, change.Normalized);
        }
        while (_wires.ToldLearned.TryPop(out var learned))
        {
            _learned[(int)learned.Trigger] = learned.Control;
            Notices.Dirty();
        }
    }
}
