using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[main] The side of an instance that host and musician see: names, texts and values of the controls.</summary>
public sealed class Controller : IController
{
    private readonly double[] _normalized = [.. Parameters.All.Select(parameter => parameter.ToNormalized(parameter.Default))];
    private readonly SpscQueue<ParameterChange>.Producer _toProcessor;
    private readonly SpscQueue<ParameterChange>.Consumer _fromProcessor;
    private readonly Func<PluginStatus> _status;

    /// <summary>A controller of these two queues.</summary>
    /// <param name="toProcessor">Values that the processor must take, as when a project is loaded.</param>
    /// <param name="fromProcessor">Values that the host set in a block.</param>
    /// <param name="status">What the plugin has to say now.</param>
    public Controller(SpscQueue<ParameterChange>.Producer toProcessor, SpscQueue<ParameterChange>.Consumer fromProcessor, Func<PluginStatus> status)
    {
        _toProcessor = toProcessor;
        _fromProcessor = fromProcessor;
        _status = status;
    }

    /// <inheritdoc/>
    public int ParameterCount => Parameters.All.Count;

    /// <inheritdoc/>
    public ParameterInfo GetParameterInfo(int index)
    {
        var parameter = Parameters.All[index];
        return new()
        {
            Id = parameter.Id,
            Title = parameter.Title,
            ShortTitle = parameter.Title,
            Units = parameter.Unit,
            StepCount = parameter.Steps,
            DefaultNormalized = parameter.ToNormalized(parameter.Default),
            Flags = parameter.Flags,
        };
    }

    /// <inheritdoc/>
    public bool HasParameter(uint id) => Parameters.IndexOf(id) >= 0;

    /// <inheritdoc/>
    public string Format(uint id, double normalized) => id == Parameters.Status.Id ? _status().Text : Of(id).Format(normalized);

    /// <inheritdoc/>
    public bool TryParse(uint id, ReadOnlySpan<char> text, out double normalized) => Of(id).TryParse(text, out normalized);

    /// <inheritdoc/>
    public double ToPlain(uint id, double normalized) => Of(id).ToPlain(normalized);

    /// <inheritdoc/>
    public double ToNormalized(uint id, double plain) => Of(id).ToNormalized(plain);

    /// <inheritdoc/>
    public double GetNormalized(uint id)
    {
        if (id == Parameters.Status.Id)
            return Parameters.Status.ToNormalized((int)_status().Level);
        TakeProcessorValues();
        return _normalized[Parameters.IndexOf(id)];
    }

    /// <inheritdoc/>
    public void SetNormalized(uint id, double normalized)
    {
        TakeProcessorValues();
        _normalized[Parameters.IndexOf(id)] = normalized;
    }

    /// <inheritdoc/>
    public void SetComponentHandler(HostComponentHandler handler)
    {
        // The plugin edits no control of its own accord yet, so it has nothing to tell the host.
    }

    /// <inheritdoc/>
    public bool SetComponentState(HostStream stream) => true;

    /// <inheritdoc/>
    public bool GetState(HostStream stream) => false;

    /// <inheritdoc/>
    public bool SetState(HostStream stream) => false;

    /// <summary>[main] The plain value of a control.</summary>
    public double Plain(Parameter parameter) => parameter.ToPlain(GetNormalized(parameter.Id));

    /// <summary>[main] Sets a control, here and in the processor.</summary>
    public void Set(Parameter parameter, double plain)
    {
        TakeProcessorValues();
        int index = Parameters.IndexOf(parameter.Id);
        _normalized[index] = parameter.ToNormalized(plain);
        _toProcessor.TryPush(new(index, _normalized[index], 0));
    }

    /// <summary>[main] The plain values, by key.</summary>
    public IEnumerable<KeyValuePair<string, double>> PlainValues()
    {
        TakeProcessorValues();
        return Saved.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.ToPlain(_normalized[Parameters.IndexOf(parameter.Id)])));
    }

    /// <summary>[main] Takes plain values by key, here and in the processor; a control that is not named goes to its default.</summary>
    public void Load(IReadOnlyDictionary<string, double> plain)
    {
        TakeProcessorValues();
        foreach (var parameter in Saved)
        {
            int index = Parameters.IndexOf(parameter.Id);
            _normalized[index] = parameter.ToNormalized(plain.TryGetValue(parameter.Key, out double value) ? value : parameter.Default);
            _toProcessor.TryPush(new(index, _normalized[index], 0));
        }
    }

    // A project keeps the style by its id.
    private static IEnumerable<Parameter> Saved =>
        Parameters.All.Where(parameter => parameter != Parameters.Style && !parameter.Flags.HasFlag(ParameterFlags.ReadOnly));

    private static Parameter Of(uint id) => Parameters.All[Parameters.IndexOf(id)];

    private void TakeProcessorValues()
    {
        while (_fromProcessor.TryPop(out var change))
            _normalized[change.Index] = change.Normalized;
    }
}
