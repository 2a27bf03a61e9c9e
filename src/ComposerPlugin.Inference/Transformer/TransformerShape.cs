using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>The sizes that a transformer's style chose for itself, read from its graphs, whose ports are checked on the way.</summary>
/// <param name="Width">The length of the hidden vector.</param>
/// <param name="Layers">The layers that keep keys and values.</param>
/// <param name="Heads">The heads of each layer.</param>
/// <param name="Size">The length of a head's keys and values.</param>
internal sealed record TransformerShape(int Width, int Layers, int Heads, int Size)
{
    private const int Any = GraphPort.Free;

    /// <summary>How many numbers are the keys, or the values, of one step.</summary>
    public int StepLength => Layers * Heads * Size;

    /// <exception cref="StyleException">A graph lacks an input or output, or has one of another shape.</exception>
    public static TransformerShape Read(StyleSessions style)
    {
        var step = style.Session(GraphRole.Step);
        string path = style.GraphPath(GraphRole.Step);
        int width = GraphPort.SizesOf(step.OutputMetadata, "hidden", path, 3, 2)[2];
        int[] past = GraphPort.SizesOf(step.InputMetadata, "past.k", path, 5, 1, 2, 4);
        GraphPort Cache(string name) => GraphPort.Numbers(name, Any, past[1], past[2], Any, past[4]);
        GraphPort.Check(step, path,
            [
                GraphPort.Classes("note", Any, Any, 3), GraphPort.Classes("place", Any, Any, 4), GraphPort.Classes("hint", Any, Any, 4),
                Cache("past.k"), Cache("past.v"),
            ],
            [GraphPort.Numbers("hidden", Any, Any, width), Cache("present.k"), Cache("present.v")]);
        foreach (var head in HeadShape.All)
            head.Check(style, width);
        return new(width, past[1], past[2], past[4]);
    }
}
