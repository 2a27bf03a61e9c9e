using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>An input or output that a graph must have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Element">The type of its numbers.</param>
/// <param name="Sizes">Its dimensions; <see cref="Free"/> for batch and n.</param>
internal sealed record GraphPort(string Name, Type Element, params int[] Sizes)
{
    /// <summary>A dimension that the graph leaves open; 1 would do for the plugin, which runs one step at a time.</summary>
    public const int Free = -1;

    // Of each step: some ten times what a model that keeps time has.
    private const long MostNumbers = 1 << 14;

    public static GraphPort Numbers(string name, params int[] sizes) => new(name, typeof(float), sizes);

    public static GraphPort Classes(string name, params int[] sizes) => new(name, typeof(long), sizes);

    /// <summary>Checks that a graph has exactly these inputs and at least these outputs.</summary>
    public static void Check(InferenceSession session, string path, IReadOnlyList<GraphPort> inputs, IReadOnlyList<GraphPort> outputs)
    {
        foreach (var input in inputs)
            input.Check(session.InputMetadata, path, "input");
        foreach (var output in outputs)
            output.Check(session.OutputMetadata, path, "output");
        foreach (string name in session.InputMetadata.Keys)
        {
            if (!inputs.Any(input => input.Name == name))
                throw new StyleException($"The graph {path} has an input \"{name}\" that nothing feeds", StyleException.ExportAgain);
        }
    }

    /// <summary>The sizes of a port, of which a style chose some for itself.</summary>
    /// <param name="ports">A graph's inputs or outputs.</param>
    /// <param name="name">The port's name.</param>
    /// <param name="path">Where the graph is.</param>
    /// <param name="rank">How many dimensions the port has.</param>
    /// <param name="chosen">Which of them must be numbers.</param>
    /// <exception cref="StyleException">The port is missing, or one of these is open.</exception>
    public static int[] SizesOf(IReadOnlyDictionary<string, NodeMetadata> ports, string name, string path, int rank, params ReadOnlySpan<int> chosen)
    {
        if (!ports.TryGetValue(name, out var port))
            throw new StyleException($"The graph {path} lacks \"{name}\"", StyleException.ExportAgain);
        int[] sizes = port.IsTensor ? port.Dimensions : [];
        bool known = sizes.Length == rank;
        long numbers = 1;
        foreach (int dimension in chosen)
        {
            known = known && sizes[dimension] > 0;
            numbers = known ? Math.Min(numbers * sizes[dimension], MostNumbers + 1) : numbers;
        }
        if (!known)
            throw new StyleException($"The graph {path} does not say the size of \"{name}\"", StyleException.ExportAgain);
        return numbers <= MostNumbers
            ? sizes
            : throw new StyleException($"The graph {path} has more than {MostNumbers} numbers at \"{name}\"", "train a smaller model");
    }

    private void Check(IReadOnlyDictionary<string, NodeMetadata> ports, string path, string kind)
    {
        if (!ports.TryGetValue(Name, out var port))
            throw new StyleException($"The graph {path} lacks the {kind} \"{Name}\"", StyleException.ExportAgain);
        if (!port.IsTensor || port.ElementType != Element || !Fits(port.Dimensions))
        {
            string found = port.IsTensor ? $"{port.ElementType.Name} {Write(port.Dimensions)}" : "no tensor";
            string wanted = $"{Element.Name} {Write(Sizes)}";
            throw new StyleException($"The {kind} \"{Name}\" of the graph {path} is {found} and not {wanted}", StyleException.ExportAgain);
        }
    }

    private bool Fits(int[] sizes)
    {
        bool fits = sizes.Length == Sizes.Length;
        for (int i = 0; fits && i < sizes.Length; i++)
            fits = sizes[i] == Free || sizes[i] == (Sizes[i] == Free ? 1 : Sizes[i]);
        return fits;
    }

    private static string Write(int[] sizes) => $"[{string.Join(", ", sizes.Select(size => size == Free ? "?" : $"{size}"))}]";
}
