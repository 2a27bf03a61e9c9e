using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Data;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The graphs of a style in ONNX Runtime, on one CPU thread. Arrays are in row-major order; b tunes, n steps.</summary>
internal sealed class OnnxMelody : IDisposable
{
    private const string PastPrefix = "past.";
    private const string PresentPrefix = "present.";

    private readonly SessionOptions _options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    private readonly RunOptions _run = new();
    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly string[] _past;

    /// <summary>Opens graphs by role.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="graphs">Their files by role.</param>
    /// <exception cref="BadInputException">A graph is missing or not readable.</exception>
    public OnnxMelody(string folder, IReadOnlyDictionary<string, string> graphs)
    {
        foreach (var (role, file) in graphs)
            _sessions[role] = Open(Path.Combine(folder, file));
        _past = [.. _sessions[GraphRole.Step].InputMetadata.Keys.Where(input => input.StartsWith(PastPrefix, StringComparison.Ordinal))];
    }

    /// <summary>What the decoder of a variational style is told, the same for all tunes; null for zeros. Other styles do not read it.</summary>
    public float[]? Latent { get; set; }

    /// <summary>The past of music that has not begun.</summary>
    public float[][] EmptyPast(int batch) => [.. _past.Select(name => new float[IsOpen(name) ? 0 : batch * KnownSize(name)])];

    /// <summary>Takes n steps.</summary>
    public (float[] Hidden, float[][] Present) Step(long[] note, long[] barPosition, long[] hint, int batch, float[][] past)
    {
        long n = note.Length / Column.NoteColumns / batch;
        List<string> inputs = ["note", "place", "hint", .. _past];
        List<OrtValue> values =
        [
            Value(note, batch, n, Column.NoteColumns), Value(barPosition, batch, n, Column.BarPositionColumns), Value(hint, batch, n, Column.HintColumns),
            .. past.Select((state, i) => OrtValue.CreateTensorValueFromMemory(state, Shape(_past[i], batch, state.Length))),
        ];
        if (_sessions[GraphRole.Step].InputMetadata.TryGetValue("latent", out var latent))
        {
            inputs.Add("latent");
            int size = latent.Dimensions[1];
            values.Add(OrtValue.CreateTensorValueFromMemory(Repeated(Latent ?? new float[size], batch), [batch, size]));
        }
        string[] outputs = ["hidden", .. _past.Select(name => PresentPrefix + name[PastPrefix.Length..])];
        float[][] results = Run(GraphRole.Step, [.. inputs], [.. values], outputs);
        return (results[0], results[1..]);
    }

    /// <summary>Mean and log-variance of the latents of passages, each (b, z), in a variational style.</summary>
    public (float[] Mean, float[] LogVariance) Encode(long[] note, long[] barPosition, int batch)
    {
        long n = note.Length / Column.NoteColumns / batch;
        float[][] results = Run(GraphRole.Encode, ["note", "place"],
            [Value(note, batch, n, Column.NoteColumns), Value(barPosition, batch, n, Column.BarPositionColumns)], ["mean", "logvar"]);
        return (results[0], results[1]);
    }

    /// <summary>A head's logits.</summary>
    /// <param name="role">Which head.</param>
    /// <param name="hidden">(b, n, w)</param>
    /// <param name="batch">b</param>
    /// <param name="n">n</param>
    /// <param name="motif">What the motifs foretell, for b times n steps; not read by a graph without a gate.</param>
    /// <param name="chosen">What is chosen before, each (b, n).</param>
    public float[] Head(string role, float[] hidden, long batch, long n, ForecastBuffer? motif, params (string Name, long[] Classes)[] chosen)
    {
        List<string> inputs = ["hidden", .. chosen.Select(choice => choice.Name)];
        List<OrtValue> values =
        [
            OrtValue.CreateTensorValueFromMemory(hidden, [batch, n, hidden.Length / (batch * n)]),
            .. chosen.Select(choice => OrtValue.CreateTensorValueFromMemory(choice.Classes, [batch, n])),
        ];
        if (_sessions[role].InputMetadata.ContainsKey("motif"))
        {
            inputs.AddRange(["motif", "features", "memory"]);
            values.AddRange([
                OrtValue.CreateTensorValueFromMemory(motif!.AllProbabilities, [batch, n, motif.Chains, motif.Classes]),
                OrtValue.CreateTensorValueFromMemory(motif.AllFeatures, [batch, n, motif.Chains, MotifForecast.Features]),
                OrtValue.CreateTensorValueFromMemory(new float[1], [1])]);
        }
        return Run(role, [.. inputs], [.. values], ["logits"])[0];
    }

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
        _run.Dispose();
        _options.Dispose();
    }

    private InferenceSession Open(string path)
    {
        if (!File.Exists(path))
            throw new BadInputException($"{path}: the style lacks this graph; export it again with composer-trainer export.");
        try
        {
            return new(path, _options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new BadInputException($"{path}: the graph cannot be opened ({exception.Message.TrimEnd('.')}); export it again with composer-trainer export.");
        }
    }

    private float[][] Run(string role, string[] inputs, OrtValue[] values, string[] outputs)
    {
        try
        {
            using var results = _sessions[role].Run(_run, inputs, values, outputs);
            return [.. results.Select(result => result.GetTensorDataAsSpan<float>().ToArray())];
        }
        finally
        {
            foreach (var value in values)
                value.Dispose();
        }
    }

    private static OrtValue Value(long[] classes, int batch, long n, long columns) => OrtValue.CreateTensorValueFromMemory(classes, [batch, n, columns]);

    private static float[] Repeated(float[] values, int times) => [.. Enumerable.Repeat(values, times).SelectMany(copy => copy)];

    // The first dimension is the batch; another one that is open is a length, which begins with 0 and grows.
    private long[] Shape(string past, int batch, long numbers) =>
        [batch, .. Dimensions(past).Select(dimension => dimension > 0 ? dimension : numbers / (batch * KnownSize(past)))];

    private bool IsOpen(string past) => Dimensions(past).Any(dimension => dimension <= 0);

    private long KnownSize(string past) => Dimensions(past).Where(dimension => dimension > 0).Aggregate(1L, (size, dimension) => size * dimension);

    // All but the batch.
    private int[] Dimensions(string past) => _sessions[GraphRole.Step].InputMetadata[past].Dimensions[1..];
}
