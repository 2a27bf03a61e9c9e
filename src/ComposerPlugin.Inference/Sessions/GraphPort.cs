using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>A required input or output of a graph.</summary>
/// <param name="Name">The name, one of <see cref="GraphPorts"/>.</param>
/// <param name="Element">The element type.</param>
/// <param name="Sizes">The shape; <see cref="Dynamic"/> for the batch size and the number of steps.</param>
internal sealed record GraphPort(string Name, Type Element, params int[] Sizes)
{
    /// <summary>A dynamic dimension. A fixed size of 1 is accepted too, because the plugin runs one step at a time.</summary>
    public const int Dynamic = -1;

    // Per step: about ten times the size that can run in real time.
    private const long MaxNumbers = 1 << 14;

    public static GraphPort Floats(string name, params int[] sizes) => new(name, typeof(float), sizes);

    public static GraphPort Classes(string name, params int[] sizes) => new(name, typeof(long), sizes);

    /// <summary>The inputs of a style's step graph that hold a <see cref="StepInput"/>.</summary>
    public static GraphPort[] StepInputs(StyleFile style)
    {
        GraphPort[] form = style.Form is null ? [] : [Classes(GraphPorts.Form, Dynamic, Dynamic, FormHint.Length)];
        return
        [
            Classes(GraphPorts.Note, Dynamic, Dynamic, 3), Classes(GraphPorts.BarPosition, Dynamic, Dynamic, 4),
            Classes(GraphPorts.Hint, Dynamic, Dynamic, 4), .. form,
        ];
    }

    /// <summary>Checks that a graph has exactly these inputs and at least these outputs.</summary>
    /// <exception cref="StyleException">An input or output is missing or has another shape, or there are other inputs.</exception>
    public static void Check(InferenceSession session, string path, IReadOnlyList<GraphPort> inputs, IReadOnlyList<GraphPort> outputs)
    {
        foreach (var input in inputs)
            input.Check(session.InputMetadata, path, "input");
        foreach (var output in outputs)
            output.Check(session.OutputMetadata, path, "output");
        foreach (string name in session.InputMetadata.Keys)
        {
            if (!inputs.Any(input => input.Name == name))
                throw new StyleException($"The graph {path} has an unknown input \"{name}\"", StyleException.ExportAgain);
        }
    }

    /// <summary>The shape of an input or output whose sizes differ between styles.</summary>
    /// <param name="ports">The graph's inputs or outputs.</param>
    /// <param name="name">The name of the input or output.</param>
    /// <param name="path">The graph's path, for messages.</param>
    /// <param name="rank">The number of dimensions.</param>
    /// <param name="chosen">The indices of the dimensions that must have a fixed size.</param>
    /// <exception cref="StyleException">It is missing, has another rank, or one of these dimensions is dynamic or too large.</exception>
    public static int[] SizesOf(
        IReadOnlyDictionary<string, NodeMetadata> ports, string name, string path, int rank, params ReadOnlySpan<int> chosen)
    {
        if (!ports.TryGetValue(name, out var port))
            throw new StyleException($"The graph {path} lacks \"{name}\"", StyleException.ExportAgain);
        int[] sizes = port.IsTensor ? port.Dimensions : [];
        bool known = sizes.Length == rank;
        long numbers = 1;
        foreach (int dimension in chosen)
        {
            known = known && sizes[dimension] > 0;
            numbers = known ? Math.Min(numbers * sizes[dimension], MaxNumbers + 1) : numbers;
        }
        if (!known)
            throw new StyleException($"The graph {path} does not say the size of \"{name}\"", StyleException.ExportAgain);
        return numbers <= MaxNumbers
            ? sizes
            : throw new StyleException($"The graph {path} has more than {MaxNumbers} numbers at \"{name}\"", "train a smaller model");
    }

    private void Check(IReadOnlyDictionary<string, NodeMetadata> ports, string path, string direction)
    {
        if (!ports.TryGetValue(Name, out var port))
            throw new StyleException($"The graph {path} lacks the {direction} \"{Name}\"", StyleException.ExportAgain);
        if (!port.IsTensor || port.ElementType != Element || !Fits(port.Dimensions))
        {
            string actual = port.IsTensor ? $"{port.ElementType.Name} {Write(port.Dimensions)}" : "no tensor";
            string expected = $"{Element.Name} {Write(Sizes)}";
            throw new StyleException(
                $"The {direction} \"{Name}\" of the graph {path} is {actual} and not {expected}", StyleException.ExportAgain);
        }
    }

    private bool Fits(int[] sizes)
    {
        bool fits = sizes.Length == Sizes.Length;
        for (int i = 0; fits && i < sizes.Length; i++)
            fits = sizes[i] == Dynamic || sizes[i] == (Sizes[i] == Dynamic ? 1 : Sizes[i]);
        return fits;
    }

    private static string Write(int[] sizes) => $"[{string.Join(", ", sizes.Select(size => size == Dynamic ? "?" : $"{size}"))}]";
}
