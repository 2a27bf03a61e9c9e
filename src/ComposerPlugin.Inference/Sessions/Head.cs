using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// One of the graphs that turn the hidden vector, and what is chosen so far, into the logits of what is chosen next. A gated one also reads what the
/// music's own motifs foretell.
/// </summary>
internal sealed class Head : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options;
    private readonly OrtIoBinding _binding;
    private readonly BoundTensor<long>[] _chosen;
    private readonly BoundTensor<float> _logits;
    private readonly BoundTensor<float>? _motif;
    private readonly BoundTensor<float>? _features;
    private readonly BoundTensor<float>? _memory;

    /// <param name="session">The graph.</param>
    /// <param name="shape">What it reads and writes.</param>
    /// <param name="options">For every run.</param>
    /// <param name="hidden">The hidden vector, which the step graph writes.</param>
    public Head(InferenceSession session, HeadShape shape, RunOptions options, BoundTensor<float> hidden)
    {
        _session = session;
        _options = options;
        _chosen = [.. shape.Choices.Select(_ => new BoundTensor<long>(1, 1))];
        _logits = new(1, 1, shape.Classes);
        _binding = session.CreateIoBinding();
        _binding.BindInput("hidden", hidden.Value);
        for (int i = 0; i < _chosen.Length; i++)
            _binding.BindInput(shape.Choices[i], _chosen[i].Value);
        if (HeadShape.IsGated(session))
        {
            _binding.BindInput("motif", (_motif = new(1, 1, shape.Chains, shape.Classes)).Value);
            _binding.BindInput("features", (_features = new(1, 1, shape.Chains, MotifForecast.Features)).Value);
            _binding.BindInput("memory", (_memory = new(1)).Value);
        }
        _binding.BindOutput("logits", _logits.Value);
    }

    /// <summary>Whether it reads <see cref="Motif"/>, <see cref="Features"/> and <see cref="Memory"/>.</summary>
    public bool IsGated => _motif is not null;

    /// <summary>[chains, classes], what the motifs foretell; empty without a gate.</summary>
    public Span<float> Motif => _motif is null ? default : _motif.Values;

    /// <summary>[chains, features] of that forecast; empty without a gate.</summary>
    public Span<float> Features => _features is null ? default : _features.Values;

    /// <summary>Strengthens the motifs; 0 leaves them as learnt.</summary>
    public float Memory
    {
        set
        {
            if (_memory is not null)
                _memory.Values[0] = value;
        }
    }

    /// <summary>The logits for these choices, in the order of the shape's.</summary>
    public ReadOnlySpan<float> Logits(params ReadOnlySpan<int> chosen)
    {
        for (int i = 0; i < chosen.Length; i++)
            _chosen[i].Values[0] = chosen[i];
        _session.RunWithBinding(_options, _binding);
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
