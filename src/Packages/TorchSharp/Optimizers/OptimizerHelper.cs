using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the optimisers share: parameter groups, what they remember, and its file.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly OptimizerOptions _defaults;
    private readonly Dictionary<nint, OptimizerState> _states = [];

    private protected OptimizerHelper(OptimizerOptions defaults) => _defaults = defaults;

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options ??= _defaults.Copy();
        param_group.Options.Complete(_defaults);
        param_group.Parameters = [.. param_group.Parameters];
        Groups.Add(param_group);
        foreach (var parameter in param_group.Parameters)
            _states[parameter.Handle] = NewState(parameter, param_group.Options);
    }

    public override IEnumerable<Parameter> parameters() => base.parameters();

    public override void zero_grad() => base.zero_grad();

    public void save_state_dict(string location)
    {
        using var file = File.Create(location);
        using var writer = new BinaryWriter(file);
        save_state_dict(writer);
    }

    /// <summary>Writes the optimiser's name, the numbers of groups and parameters, the options, and what each parameter has.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        writer.Write7BitEncodedInt64(Groups.Count);
        writer.Write7BitEncodedInt64(parameters().Count());
        foreach (var group in Groups)
            group.Options.SaveStateDict(writer);
        foreach (var parameter in parameters())
            _states[parameter.Handle].Save(writer);
        writer.Flush();
    }

    public void load_state_dict(string location)
    {
        using var file = File.OpenRead(location);
        using var reader = new BinaryReader(file);
        load_state_dict(reader);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException(
                $"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        var groups = reader.Read7BitEncodedInt64();
        var states = reader.Read7BitEncodedInt64();
        if (groups != Groups.Count)
            throw new ArgumentException(
                $"Invalid optimizer state -- different number of parameter groups: the file has {groups}, the optimizer {Groups.Count}.");
        if (states != parameters().Count())
            throw new ArgumentException(
                $"Invalid optimizer state -- different number of states: the file has {states}, the optimizer {parameters().Count()}.");
        foreach (var group in Groups)
            group.Options.LoadStateDict(reader);
        foreach (var parameter in parameters())
            _states[parameter.Handle].Load(reader);
    }

    private protected void Add(IEnumerable<ParamGroup> groups)
    {
        foreach (var group in groups)
            add_param_group(group);
    }

    private protected abstract OptimizerState NewState(Parameter parameter, OptimizerOptions options);

    private protected override void DisposeStates()
    {
        foreach (var state in _states.Values)
            state.Dispose();
        _states.Clear();
    }

    /// <summary>Runs the closure with gradients, then the change of each group without, on the parameters that have a gradient.</summary>
    private protected Tensor? Step<TOptions, TState>(Func<Tensor>? closure, Action<TOptions, Tensor[], Tensor[], TState[]> change)
        where TOptions : OptimizerOptions
        where TState : OptimizerState
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var recorded = enable_grad();
            loss = closure();
        }
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in Groups)
        {
            var targets = new List<Tensor>();
            var gradients = new List<Tensor>();
            var states = new List<TState>();
            foreach (var parameter in group.Parameters)
            {
                if (parameter.grad is not { } gradient)
                    continue;
                targets.Add(parameter);
                gradients.Add(gradient);
                states.Add((TState)_states[parameter.Handle]);
            }
            if (targets.Count > 0)
                change((TOptions)group.Options, [.. targets], [.. gradients], [.. states]);
        }
        return loss;
    }
}
