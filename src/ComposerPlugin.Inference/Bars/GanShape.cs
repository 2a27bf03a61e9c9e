using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>Checks the inputs and outputs of the graph <see cref="GraphRole.Bar"/>.</summary>
internal static class GanShape
{
    // The most that the trainer exports ("latent").
    private const int MostNoise = 4096;

    private const int Any = GraphPort.Dynamic;

    /// <summary>Checks the graph and returns the size of its noise input.</summary>
    /// <exception cref="StyleException">An input or output is missing or has another shape.</exception>
    public static int Noise(StyleSessions style)
    {
        var bar = style.Session(GraphRole.Bar);
        string path = style.GraphPath(GraphRole.Bar);
        if (!bar.InputMetadata.TryGetValue(GraphPorts.Noise, out var noise) || noise.Dimensions is not [_, > 0])
            throw new StyleException($"The graph {path} does not say the size of \"{GraphPorts.Noise}\"", StyleException.ExportAgain);
        int size = noise.Dimensions[1];
        if (size > MostNoise)
        {
            throw new StyleException(
                $"The graph {path} has more than {MostNoise} numbers at \"{GraphPorts.Noise}\"", "train a smaller model");
        }
        GraphPort.Check(bar, path,
            [
                GraphPort.Floats(GraphPorts.Noise, Any, size), GraphPort.Floats(GraphPorts.Previous, Any, BarRoll.Steps, BarRoll.Width),
                GraphPort.Floats(GraphPorts.Chord, Any, BarRoll.Chords), GraphPort.Floats(GraphPorts.Inside, Any, BarRoll.Steps),
            ],
            [GraphPort.Floats(GraphPorts.Roll, Any, BarRoll.Steps, BarRoll.Width)]);
        return size;
    }
}
