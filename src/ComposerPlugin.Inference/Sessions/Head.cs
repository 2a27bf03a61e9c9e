using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// A graph that computes the logits of one note attribute from the hidden vector and the attributes sampled before. A gated head also
/// reads the predictions of a <see cref="MotifPredictor"/> and mixes them in.
/// </summary>
internal sealed class Head : IDisposable
{
    private readonly InferenceSession _session;
    private readonly TimedRuns _runs;
    private readonly OrtIoBinding _binding;
    private readonly BoundTensor<long>[] _chosen;
    private readonly BoundTensor<float> _logits;
    private readonly BoundTensor<float>? _motif;
    private readonly BoundTensor<float>? _features;
    private readonly BoundTensor<float>? _memory;

    /// <param name="session">The graph.</param>
    /// <param name="shape">The graph's inputs and outputs.</param>
    /// <param name="runs">Runs the graph.</param>
    /// <param name="hidden">The hidden vector, an output of the step graph, [1, 1, w].</param>
    public Head(InferenceSession session, HeadShape shape, TimedRuns runs, BoundTensor<float> hidden)
    {
        _session = session;
        _runs = runs;
        _chosen = [.. shape.Choices.Select(_ => new BoundTensor<long>(1, 1))];
        _logits = new(1, 1, shape.Classes);
        _binding = session.CreateIoBinding();
        _binding.BindInput(GraphPorts.Hidden, hidden.Value);
        for (int i = 0; i < _chosen.Length; i++)
            _binding.BindInput(shape.Choices[i], _chosen[i].Value);
        if (HeadShape.IsGated(session))
        {
            _binding.BindInput(GraphPorts.Motif, (_motif = new(1, 1, shape.Chains, shape.Classes)).Value);
            _binding.BindInput(GraphPorts.Features, (_features = new(1, 1, shape.Chains, MotifPredictor.Features)).Value);
            _binding.BindInput(GraphPorts.Memory, (_memory = new(1)).Value);
        }
        _binding.BindOutput(GraphPorts.Logits, _logits.Value);
    }

    /// <summary>Whether the graph reads <see cref="Motif"/>, <see cref="Features"/> and <see cref="Memory"/>.</summary>
    public bool IsGated => _motif is not null;

    /// <summary>The probabilities predicted by the motifs, [chains, classes]; empty without a gate.</summary>
    public Span<float> Motif => _motif is null ? default : _motif.Values;

    /// <summary>The features of these predictions, [chains, <see cref="MotifPredictor.Features"/>]; empty without a gate.</summary>
    public Span<float> Features => _features is null ? default : _features.Values;

    /// <summary>The log weight added to the motifs; 0 as trained.</summary>
    public float Memory
    {
        set
        {
            if (_memory is not null)
                _memory.Values[0] = value;
        }
    }

    /// <summary>Runs the graph and returns the logits, [classes].</summary>
    /// <param name="chosen">The sampled attributes, in the order of <see cref="HeadShape.Choices"/>.</param>
    public ReadOnlySpan<float> Logits(params ReadOnlySpan<int> chosen)
    {
        for (int i = 0; i < chosen.Length; i++)
            _chosen[i].Values[0] = chosen[i];
        _runs.Run(_session, _binding);
        return _logits.Values;
    }

    public void Dispose()
    {
        _binding.Dispose();
        foreach (var input in _chosen)
            input.Dispose();
        _logits.Dispose();
        _motif?.Dispose();
        _features?.Dispose();
        _memory?.Dispose();
    }
}
