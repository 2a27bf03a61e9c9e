using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Runs a transformer's step graph for all models of a style in turn. The graph reads the whole past and writes it with one more step, so
/// that a run needs two buffers and a binding for each number of steps. They exist once, here; each model keeps only its own past. The
/// past of the last model stays loaded; another model's past is copied in first (0.3 ms for a full window of four layers of 192; the run
/// takes 0.8 ms).
/// </summary>
internal sealed class TransformerStep : IDisposable
{
    private readonly InferenceSession _step;
    private readonly TimedRuns _runs;
    private readonly StepTensors _tensors = new();
    private readonly BoundTensor<float> _hidden;
    private readonly KeyValueCache _keys;
    private readonly KeyValueCache _values;

    // By number of past steps.
    private readonly OrtIoBinding[] _bindings;

    // Models of a style all run on the worker, but may be disposed of on other threads.
    private readonly Lock _gate = new();
    private CachedContext? _present;
    private int _count;

    /// <param name="style">The style's graphs.</param>
    /// <param name="shape">The style's shape.</param>
    /// <param name="window">The maximum number of steps, the new one included.</param>
    public TransformerStep(StyleSessions style, TransformerShape shape, int window)
    {
        _step = style.Session(GraphRole.Step);
        _runs = style.NewRuns();
        _hidden = new(1, 1, shape.Width);
        _keys = new(GraphPorts.Keys, shape, window);
        _values = new(GraphPorts.Values, shape, window);
        _bindings = [.. Enumerable.Range(0, window).Select(Bind)];
    }

    /// <summary>[worker] Runs one step.</summary>
    /// <param name="past">The previous steps; the new step is appended.</param>
    /// <param name="input">The step.</param>
    /// <param name="hidden">Output, the hidden vector, [w].</param>
    public void Run(CachedContext past, in StepInput input, Span<float> hidden)
    {
        lock (_gate)
        {
            if (_present != past || _count != past.Count)
            {
                _keys.Load(past.Keys, past.Count);
                _values.Load(past.Values, past.Count);
            }
            // If the run fails, no past is loaded.
            _present = null;
            _tensors.Write(input);
            _runs.Run(_step, _bindings[past.Count]);
            past.Append(_keys, _values);
            (_present, _count) = (past, past.Count);
            _hidden.Values.CopyTo(hidden);
        }
    }

    /// <summary>[any] Drops the reference to a past.</summary>
    public void Forget(CachedContext past) =>
        // Without the lock, which a run that does not end would keep.
        Interlocked.CompareExchange(ref _present, null, past);

    public void Dispose()
    {
        // Bindings first: they refer to the tensors.
        IDisposable[] parts = [.. _bindings, _keys, _values, _tensors, _hidden, _runs];
        foreach (var part in parts)
            part.Dispose();
    }

    private OrtIoBinding Bind(int count)
    {
        var binding = _step.CreateIoBinding();
        _tensors.BindTo(binding);
        binding.BindInput(_keys.Past, _keys[count]);
        binding.BindInput(_values.Past, _values[count]);
        binding.BindOutput(GraphPorts.Hidden, _hidden.Value);
        binding.BindOutput(_keys.Present, _keys[count + 1]);
        binding.BindOutput(_values.Present, _values[count + 1]);
        return binding;
    }
}
