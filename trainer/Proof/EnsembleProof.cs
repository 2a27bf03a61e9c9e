using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Trainer.Proof;

/// <summary>
/// Checks that the probabilities of every head of an ensemble's graphs are the mean of its members' probabilities, for random steps of two
/// tunes with carried state.
/// </summary>
internal sealed class EnsembleProof : IDisposable
{
    /// <summary>The largest accepted difference of a probability.</summary>
    public const double Tolerance = 1e-5;

    private const int Steps = 64, Tunes = 2, StepsAtOnce = 2;

    // Every embedding has at least this many classes.
    private const int Classes = 8;

    private readonly Dictionary<string, InferenceSession> _sessions = [];
    private readonly Dictionary<string, (float[] Values, long[] Shape)> _past = [];

    private EnsembleProof(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (role, file) in files)
            _sessions[role] = new(Path.Combine(folder, file));
    }

    /// <summary>Compares the graphs of an ensemble with those of its members.</summary>
    /// <returns>The largest difference of a probability.</returns>
    /// <exception cref="InvalidOperationException">The difference exceeds <see cref="Tolerance"/>.</exception>
    public static double Check(
        string folder, IReadOnlyDictionary<string, string> files,
        IEnumerable<(string Folder, IReadOnlyDictionary<string, string> Files)> members)
    {
        double worst = Difference(folder, files, members);
        return worst <= Tolerance
            ? worst
            : throw new InvalidOperationException(
                $"the ensemble's graphs differ from the mean of its members by {worst:G3}, more than {Tolerance}; {Parity.WriterBug}");
    }

    /// <summary>The largest difference of a probability between graphs and the mean of their members.</summary>
    public static double Difference(
        string folder, IReadOnlyDictionary<string, string> files,
        IEnumerable<(string Folder, IReadOnlyDictionary<string, string> Files)> members)
    {
        using var whole = new EnsembleProof(folder, files);
        EnsembleProof[] parts = [.. members.Select(member => new EnsembleProof(member.Folder, member.Files))];
        try
        {
            double worst = 0;
            for (int step = 0; step < Steps; step++)
            {
                var all = whole.Step(step);
                var each = parts.Select(part => part.Step(step)).ToList();
                foreach (string role in all.Keys)
                    worst = Math.Max(worst, Difference(all[role], [.. each.Select(probabilities => probabilities[role])]));
            }
            return worst;
        }
        finally
        {
            foreach (var part in parts)
                part.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
    }

    // The probabilities by role, each (tunes, steps, classes) in row-major order.
    private Dictionary<string, float[]> Step(int step)
    {
        var state = Run(GraphRole.Step, step, _past);
        foreach (var (name, value) in state.Where(output => output.Key.StartsWith(GraphPorts.Present, StringComparison.Ordinal)))
            _past[GraphPorts.Past + name[GraphPorts.Present.Length..]] = value;
        var hidden = new Dictionary<string, (float[], long[])> { [GraphPorts.Hidden] = state[GraphPorts.Hidden] };
        return _sessions.Keys.Where(role => role != GraphRole.Step).ToDictionary(role => role, role =>
        {
            var (logits, shape) = Run(role, step, hidden)[GraphPorts.Logits];
            return Probabilities(logits, (int)shape[^1]);
        });
    }

    private Dictionary<string, (float[] Values, long[] Shape)> Run(
        string role, int step, Dictionary<string, (float[] Values, long[] Shape)> known)
    {
        var session = _sessions[role];
        var values = new List<OrtValue>();
        try
        {
            foreach (var (name, port) in session.InputMetadata)
                {
                    values.Add(known.TryGetValue(name, out var value)
                        ? OrtValue.CreateTensorValueFromMemory(value.Values, value.Shape)
                        : RandomInput(name, port, step));
                }
            using var options = new RunOptions();
            string[] outputs = [.. session.OutputMetadata.Keys];
            using var results = session.Run(options, [.. session.InputMetadata.Keys], values, outputs);
            var tensors = results.Select(result => (result.GetTensorDataAsSpan<float>().ToArray(), result.GetTensorTypeAndShape().Shape));
            return outputs.Zip(tensors, (name, value) => (name, Value: value))
                .ToDictionary(output => output.name, output => output.Value);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    // The same for the ensemble and its members: the seed is the input's name and the step. The past is empty at first.
    private static OrtValue RandomInput(string name, NodeMetadata port, int step)
    {
        bool past = name.StartsWith(GraphPorts.Past, StringComparison.Ordinal);
        long[] shape = [.. port.Dimensions.Select((size, i) => size >= 0 ? size : i == 0 ? Tunes : past ? 0 : (long)StepsAtOnce)];
        int length = (int)shape.Aggregate(1L, (product, size) => product * size);
        int seed = step;
        foreach (char letter in name)
            seed = unchecked((seed * 31) + letter);
        var random = new Random(seed);
        if (port.ElementType == typeof(long))
            {
                long[] classes = [.. Enumerable.Range(0, length).Select(_ => (long)random.Next(Classes))];
                return OrtValue.CreateTensorValueFromMemory(classes, shape);
            }
        // Values that sum to at most 1 along the last dimension are valid motif predictions too.
        float[] values = [.. Enumerable.Range(0, length).Select(_ => past ? 0 : random.NextSingle() / shape[^1])];
        return OrtValue.CreateTensorValueFromMemory(values, shape);
    }

    private static float[] Probabilities(float[] logits, int classes)
    {
        float[] probabilities = new float[logits.Length];
        for (int row = 0; row < logits.Length; row += classes)
        {
            var from = logits.AsSpan(row, classes);
            var to = probabilities.AsSpan(row, classes);
            float greatest = float.NegativeInfinity, sum = 0;
            foreach (float logit in from)
                greatest = Math.Max(greatest, logit);
            for (int i = 0; i < classes; i++)
                sum += to[i] = MathF.Exp(from[i] - greatest);
            foreach (ref float probability in to)
                probability /= sum;
        }
        return probabilities;
    }

    private static double Difference(float[] whole, float[][] parts)
    {
        double worst = 0;
        for (int i = 0; i < whole.Length; i++)
        {
            double difference = Math.Abs(whole[i] - parts.Average(part => part[i]));
            worst = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(worst, difference);
        }
        return worst;
    }
}
