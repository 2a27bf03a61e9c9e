using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Data;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The graphs of a style in ONNX Runtime, on one CPU thread. Arrays are in row-major order. Shapes: b tunes, n steps, w hidden units, z
/// latent
/// dimensions.
/// </summary>
internal sealed class OnnxMelody : IDisposable
{

    private readonly SessionOptions _options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    private readonly RunOptions _run = new();
    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly string[] _past;

    /// <summary>Opens the graphs of a style.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <param name="graphs">The file names by role.</param>
    /// <exception cref="BadInputException">A graph is missing or unreadable.</exception>
    public OnnxMelody(string folder, IReadOnlyDictionary<string, string> graphs)
    {
        foreach (var (role, file) in graphs)
            _sessions[role] = Open(Path.Combine(folder, file));
        var inputs = _sessions[GraphRole.Step].InputMetadata.Keys;
        _past = [.. inputs.Where(input => input.StartsWith(GraphPorts.Past, StringComparison.Ordinal))];
    }

    /// <summary>
    /// The latent of a variational style's decoder, (z), the same for all tunes; null for zeros. Ignored by other styles.
    /// </summary>
    public float[]? Latent { get; set; }

    /// <summary>The state before the first step.</summary>
    public float[][] EmptyPast(int batch) => [.. _past.Select(name => new float[IsOpen(name) ? 0 : batch * KnownSize(name)])];

    /// <summary>Runs n steps of the step graph.</summary>
    /// <param name="note">(b, n, 3)</param>
    /// <param name="barPosition">(b, n, 4)</param>
    /// <param name="hint">(b, n, 4)</param>
    /// <param name="batch">b</param>
    /// <param name="past">The state before these steps.</param>
    /// <returns>The hidden units (b, n, w), and the state after these steps.</returns>
    public (float[] Hidden, float[][] Present) Step(long[] note, long[] barPosition, long[] hint, int batch, float[][] past)
    {
        long n = note.Length / Column.NoteColumns / batch;
        List<string> inputs = [GraphPorts.Note, GraphPorts.BarPosition, GraphPorts.Hint, .. _past];
        List<OrtValue> values =
        [
            Value(note, batch, n, Column.NoteColumns),
            Value(barPosition, batch, n, Column.BarPositionColumns),
            Value(hint, batch, n, Column.HintColumns),
            .. past.Select((state, i) => OrtValue.CreateTensorValueFromMemory(state, Shape(_past[i], batch, state.Length))),
        ];
        if (_sessions[GraphRole.Step].InputMetadata.TryGetValue(GraphPorts.Latent, out var latent))
        {
            inputs.Add(GraphPorts.Latent);
            int size = latent.Dimensions[1];
            values.Add(OrtValue.CreateTensorValueFromMemory(Repeated(Latent ?? new float[size], batch), [batch, size]));
        }
        string[] outputs = [GraphPorts.Hidden, .. _past.Select(name => GraphPorts.Present + name[GraphPorts.Past.Length..])];
        float[][] results = Run(GraphRole.Step, [.. inputs], [.. values], outputs);
        return (results[0], results[1..]);
    }

    /// <summary>Encodes segments with a variational style.</summary>
    /// <param name="note">(b, n, 3)</param>
    /// <param name="barPosition">(b, n, 4)</param>
    /// <param name="batch">b</param>
    /// <returns>Mean and log-variance of the latents, each (b, z).</returns>
    public (float[] Mean, float[] LogVariance) Encode(long[] note, long[] barPosition, int batch)
    {
        long n = note.Length / Column.NoteColumns / batch;
        float[][] results = Run(GraphRole.Encode, [GraphPorts.Note, GraphPorts.BarPosition],
            [Value(note, batch, n, Column.NoteColumns), Value(barPosition, batch, n, Column.BarPositionColumns)],
            [GraphPorts.Mean, GraphPorts.LogVariance]);
        return (results[0], results[1]);
    }

    /// <summary>Runs an output head.</summary>
    /// <param name="role">The head's role.</param>
    /// <param name="hidden">(b, n, w)</param>
    /// <param name="batch">b</param>
    /// <param name="n">n</param>
    /// <param name="predictions">The motif predictions of b times n steps; ignored by graphs without a gate.</param>
    /// <param name="earlier">The attributes chosen earlier, each (b, n).</param>
    /// <returns>The logits, (b, n, classes).</returns>
    public float[] Head(
        string role, float[] hidden, long batch, long n, PredictionBuffer? predictions, params (string Name, long[] Classes)[] earlier)
    {
        List<string> inputs = [GraphPorts.Hidden, .. earlier.Select(choice => choice.Name)];
        List<OrtValue> values =
        [
            OrtValue.CreateTensorValueFromMemory(hidden, [batch, n, hidden.Length / (batch * n)]),
            .. earlier.Select(choice => OrtValue.CreateTensorValueFromMemory(choice.Classes, [batch, n])),
        ];
        if (_sessions[role].InputMetadata.ContainsKey(GraphPorts.Motif))
        {
            inputs.AddRange([GraphPorts.Motif, GraphPorts.Features, GraphPorts.Memory]);
            values.AddRange([
                OrtValue.CreateTensorValueFromMemory(predictions!.AllProbabilities, [batch, n, predictions.Chains, predictions.Classes]),
                OrtValue.CreateTensorValueFromMemory(predictions.AllFeatures, [batch, n, predictions.Chains, MotifPredictor.Features]),
                OrtValue.CreateTensorValueFromMemory(new float[1], [1])]);
        }
        return Run(role, [.. inputs], [.. values], [GraphPorts.Logits])[0];
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
            return new(GraphFile.Read(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path)), _options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new BadInputException(
                $"{path}: the graph cannot be opened ({exception.Message.TrimEnd('.')}); export it again with composer-trainer export.");
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

    private static OrtValue Value(long[] classes, int batch, long n, long columns) =>
        OrtValue.CreateTensorValueFromMemory(classes, [batch, n, columns]);

    private static float[] Repeated(float[] values, int times) => [.. Enumerable.Repeat(values, times).SelectMany(copy => copy)];

    // The first dimension is the batch; another open dimension is the length of the past, 0 at first.
    private long[] Shape(string past, int batch, long numbers) =>
        [batch, .. Dimensions(past).Select(dimension => dimension > 0 ? dimension : numbers / (batch * KnownSize(past)))];

    private bool IsOpen(string past) => Dimensions(past).Any(dimension => dimension <= 0);

    private long KnownSize(string past) =>
        Dimensions(past).Where(dimension => dimension > 0).Aggregate(1L, (size, dimension) => size * dimension);

    // Without the batch.
    private int[] Dimensions(string past) => _sessions[GraphRole.Step].InputMetadata[past].Dimensions[1..];
}
