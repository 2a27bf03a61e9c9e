using ComposerPlugin.Models;
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

    /// <summary>The past of music that has not begun.</summary>
    public float[][] EmptyPast(int batch) => [.. _past.Select(name => new float[Shape(name, batch).Aggregate(1L, (size, dimension) => size * dimension)])];

    /// <summary>Takes n steps.</summary>
    public (float[] Hidden, float[] Gap, float[][] Present) Step(long[] note, long[] place, long[] hint, int batch, float[][] past)
    {
        long n = note.Length / 3 / batch;
        string[] inputs = ["note", "place", "hint", .. _past];
        OrtValue[] values =
        [
            Value(note, batch, n, 3), Value(place, batch, n, 3), Value(hint, batch, n, 4),
            .. past.Select((state, i) => OrtValue.CreateTensorValueFromMemory(state, Shape(_past[i], batch))),
        ];
        string[] outputs = ["hidden", "gap", .. _past.Select(name => PresentPrefix + name[PastPrefix.Length..])];
        float[][] results = Run(GraphRole.Step, inputs, values, outputs);
        return (results[0], results[1], results[2..]);
    }

    /// <summary>A head's logits.</summary>
    public float[] Head(string role, float[] hidden, int batch, params (string Name, long[] Classes)[] chosen)
    {
        long n = chosen[0].Classes.Length / batch;
        OrtValue[] values =
        [
            OrtValue.CreateTensorValueFromMemory(hidden, [batch, n, hidden.Length / (batch * n)]),
            .. chosen.Select(choice => OrtValue.CreateTensorValueFromMemory(choice.Classes, [batch, n])),
        ];
        return Run(role, ["hidden", .. chosen.Select(choice => choice.Name)], values, ["logits"])[0];
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

    // The first dimension is the batch; another one that is open is a length, which begins with 0.
    private long[] Shape(string past, int batch)
    {
        int[] dimensions = _sessions[GraphRole.Step].InputMetadata[past].Dimensions;
        return [batch, .. dimensions[1..].Select(dimension => (long)Math.Max(0, dimension))];
    }
}
