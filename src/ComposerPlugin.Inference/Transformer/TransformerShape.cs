using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>The sizes of a transformer style, read from its graphs.</summary>
/// <param name="Width">The size of the hidden vector.</param>
/// <param name="Layers">The number of attention layers.</param>
/// <param name="Heads">The number of heads per layer.</param>
/// <param name="Size">The size of a head's keys and values.</param>
internal sealed record TransformerShape(int Width, int Layers, int Heads, int Size)
{
    private const int Any = GraphPort.Dynamic;

    /// <summary>The count of numbers in the keys, or in the values, of one step.</summary>
    public int StepLength => Layers * Heads * Size;

    /// <summary>Reads the sizes and checks all inputs and outputs.</summary>
    /// <exception cref="StyleException">An input or output is missing or has another shape.</exception>
    public static TransformerShape Read(StyleSessions style)
    {
        var step = style.Session(GraphRole.Step);
        string path = style.GraphPath(GraphRole.Step);
        int width = GraphPort.SizesOf(step.OutputMetadata, GraphPorts.Hidden, path, 3, 2)[2];
        int[] past = GraphPort.SizesOf(step.InputMetadata, GraphPorts.Past + GraphPorts.Keys, path, 5, 1, 2, 4);
        GraphPort[] Cache(string prefix) =>
        [
            GraphPort.Floats(prefix + GraphPorts.Keys, Any, past[1], past[2], Any, past[4]),
            GraphPort.Floats(prefix + GraphPorts.Values, Any, past[1], past[2], Any, past[4]),
        ];
        GraphPort.Check(step, path,
            [
                .. GraphPort.StepInputs(style.File), .. Cache(GraphPorts.Past),
            ],
            [GraphPort.Floats(GraphPorts.Hidden, Any, Any, width), .. Cache(GraphPorts.Present)]);
        foreach (var head in HeadShape.All)
            head.Check(style, width);
        return new(width, past[1], past[2], past[4]);
    }
}
