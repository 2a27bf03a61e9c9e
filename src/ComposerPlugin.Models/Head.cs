using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Models;

/// <summary>One of the graphs that turn the hidden vector, and what is chosen so far, into the logits of what is chosen next.</summary>
internal sealed class Head : IDisposable
{
    public static readonly string[] PitchInputs = ["gap", "place"];
    public static readonly string[] DurationInputs = ["gap", "pitch", "place"];
    public static readonly string[] VelocityInputs = ["pitch", "duration", "place"];

    private readonly InferenceSession _session;
    private readonly RunOptions _options;
    private readonly OrtIoBinding _binding;
    private readonly BoundTensor<long>[] _chosen;
    private readonly BoundTensor<float> _logits;

    /// <param name="session">The graph.</param>
    /// <param name="options">For every run.</param>
    /// <param name="hidden">The hidden vector, which the step graph writes.</param>
    /// <param name="inputs">The names of what is chosen so far.</param>
    /// <param name="classes">The number of logits.</param>
    public Head(InferenceSession session, RunOptions options, BoundTensor<float> hidden, string[] inputs, int classes)
    {
        _session = session;
        _options = options;
        _chosen = [.. inputs.Select(_ => new BoundTensor<long>(1, 1))];
        _logits = new(1, 1, classes);
        _binding = session.CreateIoBinding();
        _binding.BindInput("hidden", hidden.Value);
        for (int i = 0; i < inputs.Length; i++)
            _binding.BindInput(inputs[i], _chosen[i].Value);
        _binding.BindOutput("logits", _logits.Value);
    }

    /// <summary>The logits for these choices, in the order of the names.</summary>
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
    }
}
