using ComposerPlugin.Music;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Models;

/// <summary>The sizes that a recurrent style chose for itself, read from its graphs, whose ports are checked on the way.</summary>
/// <param name="Width">The length of the hidden vector.</param>
/// <param name="States">The recurrent states by name: "h", and "c" for <see cref="ModelKind.Lstm"/>.</param>
/// <param name="Layers">The layers of each state.</param>
/// <param name="StateWidth">The length of each layer's state.</param>
internal sealed record RecurrentShape(int Width, string[] States, int Layers, int StateWidth)
{
    private const int Any = GraphPort.Free;

    /// <exception cref="StyleException">A graph lacks an input or output, or has one of another shape.</exception>
    public static RecurrentShape Read(Style style)
    {
        string[] states = style.File.Kind == ModelKind.Lstm ? ["h", "c"] : ["h"];
        var step = style.Session(GraphRole.Step);
        string path = style.GraphPath(GraphRole.Step);
        int width = FixedSizes(step.OutputMetadata, "hidden", 3, path)[2];
        int[] state = FixedSizes(step.InputMetadata, "past.h", 3, path);

        GraphPort[] past = [.. states.Select(name => GraphPort.Numbers("past." + name, Any, state[1], state[2]))];
        GraphPort[] present = [.. states.Select(name => GraphPort.Numbers("present." + name, Any, state[1], state[2]))];
        GraphPort.Check(step, path,
            [Classes("note", 3), Classes("place", 3), Classes("hint", 4), .. past],
            [GraphPort.Numbers("hidden", Any, Any, width), GraphPort.Numbers("gap", Any, Any, Vocabulary.Gaps), .. present]);
        CheckHead(style, GraphRole.Pitch, width, Vocabulary.Pitches, Head.PitchInputs);
        CheckHead(style, GraphRole.Duration, width, Vocabulary.Durations, Head.DurationInputs);
        CheckHead(style, GraphRole.Velocity, width, Vocabulary.Velocities, Head.VelocityInputs);
        return new(width, states, state[1], state[2]);
    }

    private static GraphPort Classes(string name, int count) => GraphPort.Classes(name, Any, Any, count);

    private static void CheckHead(Style style, string role, int width, int classes, string[] inputs) =>
        GraphPort.Check(style.Session(role), style.GraphPath(role),
            [GraphPort.Numbers("hidden", Any, Any, width), .. inputs.Select(name => GraphPort.Classes(name, Any, Any))],
            [GraphPort.Numbers("logits", Any, Any, classes)]);

    // All dimensions but the first (batch) and, in three of them, n are sizes that the style chose; the last must be a number.
    private static int[] FixedSizes(IReadOnlyDictionary<string, NodeMetadata> ports, string name, int rank, string path)
    {
        if (!ports.TryGetValue(name, out var port))
            throw new StyleException($"The graph {path} lacks \"{name}\"", StyleException.ExportAgain);
        int[] sizes = port.IsTensor ? port.Dimensions : [];
        if (sizes.Length != rank || sizes[^1] <= 0 || (name != "hidden" && sizes[1] <= 0))
            throw new StyleException($"The graph {path} does not say the size of \"{name}\"", StyleException.ExportAgain);
        return sizes;
    }
}
