using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>The ports of the graph <see cref="GraphRole.Bar"/>, and the length of its noise.</summary>
internal static class GanShape
{
    private const int Any = GraphPort.Free;

    /// <summary>Checks the graph, and gives the length of its noise.</summary>
    /// <exception cref="StyleException">The graph lacks an input or output, or has one of another shape.</exception>
    public static int Noise(StyleSessions style)
    {
        var bar = style.Session(GraphRole.Bar);
        string path = style.GraphPath(GraphRole.Bar);
        if (!bar.InputMetadata.TryGetValue("noise", out var noise) || noise.Dimensions is not [_, > 0])
            throw new StyleException($"The graph {path} does not say the size of \"noise\"", StyleException.ExportAgain);
        int size = noise.Dimensions[1];
        GraphPort.Check(bar, path,
            [
                GraphPort.Numbers("noise", Any, size), GraphPort.Numbers("previous", Any, BarRoll.Steps, BarRoll.Width),
                GraphPort.Numbers("chord", Any, BarRoll.Chords), GraphPort.Numbers("inside", Any, BarRoll.Steps),
            ],
            [GraphPort.Numbers("roll", Any, BarRoll.Steps, BarRoll.Width)]);
        return size;
    }
}
