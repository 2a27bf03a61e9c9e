using ComposerPlugin.Engine;
using ComposerPlugin.Styles;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>
/// [main] The parameters of an instance as the host sees them: names, texts and values. Also MIDI mapping, units and programs.
/// </summary>
public sealed class Controller : IController, IMidiControllerMap, IUnitList, IViewSource
{
    private const int RootProgramList = 1;

    private readonly double[] _normalized = [.. Parameters.All.Select(parameter => parameter.ToNormalized(parameter.Default))];
    private readonly double[] _midi = [.. Enumerable.Range(0, MidiControllers.Count).Select(MidiControllers.DefaultValue)];
    private readonly LearnedMapping[] _learned = new LearnedMapping[MidiLearn.Learners];
    private readonly Parameter[] _shown;
    private readonly ControlEnd _controls;

    // Hosts load and save on threads of their own. Never held while the host is called.
    private readonly Lock _gate = new();
    private readonly IInstanceState _state;
    private readonly int _program = Parameters.IndexOf(Parameters.Program.Id);
    private StyleList? _styles;
    private HostComponentHandler _handler;

    /// <summary>[main] Creates a controller.</summary>
    /// <param name="hasAudio">Whether the instance has an audio output with a preview tone.</param>
    /// <param name="controls">The connection to the processor.</param>
    /// <param name="state">The instance's state.</param>
    public Controller(bool hasAudio, ControlEnd controls, IInstanceState state)
    {
        _shown = [.. Parameters.All.Where(parameter => hasAudio || parameter != Parameters.PreviewLevel)];
        _controls = controls;
        _state = state;
    }

    /// <summary>[main] Notifications for the host, sent inside its next call.</summary>
    public HostNotices Notices { get; } = new();

    /// <inheritdoc/>
    public int ParameterCount => _shown.Length + MidiControllers.Count;

    /// <inheritdoc/>
    public IReadOnlyList<Unit> Units { get; } =
    [
        new(Unit.Root, Unit.None, "Composer", RootProgramList),
        .. Enum.GetValues<ParameterGroup>().Where(group => group != ParameterGroup.Plugin)
            .Select(group => new Unit((int)group, Unit.Root, $"{group}", Unit.None)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<ProgramList> ProgramLists { get; } =
        [new(RootProgramList, "Programs", Parameters.Program.Names)];

    /// <inheritdoc/>
    public ParameterInfo GetParameterInfo(int index)
    {
        if (index >= _shown.Length)
            return MidiControllers.Describe(index - _shown.Length);
        var parameter = _shown[index];
        return new()
        {
            Id = parameter.Id,
            Title = parameter.SwitchTitle ?? parameter.Title,
            ShortTitle = parameter.ShortTitle,
            Units = parameter.HostUnit,
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
        ReceiveChanges();
        NotifyStyleChanges();
        return id == Parameters.Status.Id ? _state.Status.Text : Find(id).FormatForHost(normalized);
    }

    /// <inheritdoc/>
    public bool TryParse(uint id, ReadOnlySpan<char> text, out double normalized)
    {
        if (MidiControllers.IndexOf(id) is not (var midi and >= 0))
            return Find(id).TryParse(text, out normalized);
        bool isNumber = TypedText.TryReadNumber(TypedText.Clean(text), isWhole: true, out double value);
        normalized = isNumber ? Math.Clamp(MidiControllers.FromMidi(midi, (int)Math.Clamp(value, 0, 1 << 14)), 0, 1) : 0;
        return isNumber;
    }

    /// <inheritdoc/>
    public double ToPlain(uint id, double normalized) =>
        MidiControllers.IndexOf(id) is var midi and >= 0 ? MidiControllers.ToMidi(midi, normalized) : Find(id).ToPlain(normalized);

    /// <inheritdoc/>
    public double ToNormalized(uint id, double plain) =>
        MidiControllers.IndexOf(id) is var midi and >= 0
            ? MidiControllers.FromMidi(midi, (int)Math.Round(plain))
            : Find(id).ToNormalized(plain);

    /// <inheritdoc/>
    public double GetNormalized(uint id)
    {
        lock (_gate)
            ReceiveChanges();
        if (MidiControllers.IndexOf(id) is var midi and >= 0)
            return _midi[midi];
        return id == Parameters.Status.Id
            ? Parameters.Status.ToNormalized((int)_state.Status.Level)
            : _normalized[Parameters.IndexOf(id)];
    }

    /// <inheritdoc/>
    public void SetNormalized(uint id, double normalized)
    {
        lock (_gate)
        {
            ReceiveChanges();
            if (MidiControllers.IndexOf(id) is var midi and >= 0)
            {
                _midi[midi] = normalized;
                return;
            }
            Notices.Forget(id);
            Take(Parameters.IndexOf(id), normalized);
        }
    }

    /// <inheritdoc/>
    public void SetComponentHandler(HostComponentHandler handler)
    {
        _styles ??= StylePaths.Catalog.Current;
        _handler = handler;
        Notices.Use(handler);
    }

    /// <inheritdoc/>
    public IView? CreateView() => _state.CreateView();

    /// <inheritdoc/>
    public bool SetComponentState(HostStream stream) => true;

    /// <inheritdoc/>
    public bool GetState(HostStream stream) => _state.Write(stream);

    /// <inheritdoc/>
    public bool SetState(HostStream stream) => _state.Read(stream);

    /// <summary>[main] The normalized value of the parameter at an index of <see cref="Parameters.All"/>. Allocates nothing.</summary>
    public double NormalizedAt(int index) => _normalized[index];

    /// <summary>[main] What fires a trigger or moves a control, by its number in <see cref="Parameters.Learners"/>.</summary>
    public LearnedMapping LearnedBy(int learner) => _learned[learner];

    /// <summary>[main] Removes the mapping of a learner here and in the processor.</summary>
    public void Forget(int learner)
    {
        lock (_gate)
        {
            ReceiveChanges();
            _learned[learner] = default;
            _controls.SetLearned(learner, default);
            _controls.Publish();
            Notices.MarkDirty();
        }
    }

    /// <summary>[main] Receives what the processor set, and notifies the host: for a window, at each tick.</summary>
    public void Refresh()
    {
        lock (_gate)
            ReceiveChanges();
        NotifyStyleChanges();
    }

    /// <summary>[main] The window takes hold of the parameter at an index: the host begins a gesture.</summary>
    public void BeginEdit(int index) => _handler.BeginEdit(Parameters.All[index].Id);

    /// <summary>[main] The window sets the parameter at an index; the host passes the value on to the processor.</summary>
    public void PerformEdit(int index, double normalized)
    {
        var parameter = Parameters.All[index];
        lock (_gate)
        {
            ReceiveChanges();
            Notices.Forget(parameter.Id);
            Take(index, Math.Clamp(normalized, 0, 1));
            // A host that gave no handler does not know of the edit.
            if (_handler.IsNull)
            {
                _controls.Set(index, _normalized[index]);
                _controls.Publish();
            }
        }
        _handler.PerformEdit(parameter.Id, _normalized[index]);
    }

    /// <summary>[main] The window lets go of the parameter at an index.</summary>
    public void EndEdit(int index) => _handler.EndEdit(Parameters.All[index].Id);

    /// <summary>[main] The plain value of a parameter.</summary>
    public double Plain(Parameter parameter)
    {
        lock (_gate)
            ReceiveChanges();
        return parameter.ToPlain(_normalized[Parameters.IndexOf(parameter.Id)]);
    }

    /// <summary>[main] Sets a parameter here and in the processor.</summary>
    public void Set(Parameter parameter, double plain)
    {
        lock (_gate)
        {
            ReceiveChanges();
            Put(parameter, plain);
            _controls.Publish();
        }
    }

    /// <summary>[main] Writes the parameters, the program and the learned mappings to a state.</summary>
    public void Save(PluginState state)
    {
        using var gate = _gate.EnterScope();
        ReceiveChanges();
        state.Program = FactoryPrograms.All[ProgramIndex].Name;
        state.SetParameters(_shown.Where(parameter => parameter.IsSaved)
            .Select(parameter => KeyValuePair.Create(parameter.Key, parameter.ToPlain(_normalized[Parameters.IndexOf(parameter.Id)]))));
        state.Learned = _learned;
    }

    /// <summary>
    /// [main] Sets the parameters of a state here and in the processor, all at once. Parameters that it lacks, and triggers and MIDI
    /// controllers, which no state has, get their defaults, or <see cref="Parameter.Before"/>.
    /// </summary>
    /// <param name="project">What the project holds.</param>
    /// <param name="style">The slot of its style.</param>
    public void Load(LoadedProject project, int style)
    {
        using var gate = _gate.EnterScope();
        ReceiveChanges();
        foreach (var parameter in _shown.Where(parameter => parameter.IsSaved || parameter.SpringsBack))
        {
            double missing = parameter.Before ?? parameter.Default;
            Put(parameter, parameter.IsSaved && project.Plain.TryGetValue(parameter.Key, out double value) ? value : missing);
        }
        Put(Parameters.Style, style);
        Put(Parameters.Program, FactoryPrograms.IndexOf(project.Program));
        for (int i = 0; i < _learned.Length; i++)
        {
            _learned[i] = project.Learned[i];
            _controls.SetLearned(i, project.Learned[i]);
        }
        for (int i = 0; i < _midi.Length; i++)
            _midi[i] = MidiControllers.DefaultValue(i);
        Notices.Forget();
        _controls.ResetTriggers();
        _controls.Publish();
    }

    // The loader thread refreshes the catalog, but the host may be notified on the main thread only: inside its next query for a text, or
    // at a tick of the window. Not where it sets or reads a value: Ardour up to 8.6 does both under a lock that its restartComponent takes.
    private void NotifyStyleChanges()
    {
        var styles = StylePaths.Catalog.Current;
        if (_styles is not null && _styles != styles)
        {
            _styles = styles;
            Notices.Restart(RestartFlags.ParameterTitlesChanged | RestartFlags.ParameterValuesChanged);
        }
        Notices.Send();
    }

    private static Parameter Find(uint id) => Parameters.All[Parameters.IndexOf(id)];

    private void Take(int index, double normalized)
    {
        int before = ProgramIndex;
        _normalized[index] = normalized;
        if (ProgramIndex == before)
            return;
        // The processor does the same when it receives the program's value.
        for (int i = 0; i < _normalized.Length; i++)
        {
            if (FactoryPrograms.All[ProgramIndex].ValueOf(Parameters.All[i]) is { } plain)
                _normalized[i] = Parameters.All[i].ToNormalized(plain);
        }
        Notices.Restart(RestartFlags.ParameterValuesChanged);
    }

    private void Put(Parameter parameter, double plain)
    {
        int index = Parameters.IndexOf(parameter.Id);
        _normalized[index] = parameter.ToNormalized(plain);
        _controls.Set(index, _normalized[index]);
    }

    private int ProgramIndex => (int)Parameters.Program.ToPlain(_normalized[_program]);

    private void ReceiveChanges()
    {
        ThreadCheck.Main();
        if (!_controls.Receive())
            return;
        int program = ProgramIndex;
        for (int index = 0; index < _normalized.Length; index++)
        {
            if (!_controls.TryTake(index, out double normalized))
                continue;
            // Hosts that ignore a block's output parameter changes would not see that the parameter is reset.
            if (Parameters.All[index].SpringsBack && _normalized[index] != normalized)
                Notices.Edit(Parameters.All[index].Id, normalized);
            _normalized[index] = normalized;
        }
        // The processor has sent the values of the program, too.
        if (ProgramIndex != program)
            Notices.Restart(RestartFlags.ParameterValuesChanged);
        if (!_controls.TryTakeLearned())
            return;
        for (int i = 0; i < _learned.Length; i++)
            _learned[i] = _controls.Learned(i);
        Notices.MarkDirty();
    }
}
