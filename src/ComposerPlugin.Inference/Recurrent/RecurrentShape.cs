using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>The sizes of a recurrent style, read from its graphs.</summary>
/// <param name="Width">The size of the hidden vector.</param>
/// <param name="States">The recurrent states: "h", and "c" for LSTMs; for <see cref="ModelType.Ensemble"/> those of each member.</param>
/// <param name="Latent">The number of latent dimensions of <see cref="ModelType.Vae"/>; 0 for other types.</param>
internal sealed record RecurrentShape(int Width, (string Name, int Layers, int Width)[] States, int Latent)
{
    // Of all states together: those of an ensemble of eight large models.
    private const int MostStates = 64, MostNumbers = 1 << 17;

    private const int Any = GraphPort.Dynamic;

    /// <summary>Reads the sizes and checks all inputs and outputs.</summary>
    /// <exception cref="StyleException">An input or output is missing or has another shape.</exception>
    public static RecurrentShape Read(StyleSessions style)
    {
        var step = style.Session(GraphRole.Step);
        string path = style.GraphPath(GraphRole.Step);
        int width = GraphPort.SizesOf(step.OutputMetadata, GraphPorts.Hidden, path, 3, 2)[2];
        (string Name, int Layers, int Width)[] states = [.. StateNames(style.File.Type, step).Select(name => StateOf(name, step, path))];

        if (states.Length > MostStates || states.Sum(state => (long)state.Layers * state.Width) > MostNumbers)
        {
            throw new StyleException(
                $"The graph {path} has more than {MostStates} states, or {MostNumbers} numbers in them", "train a smaller model");
        }

        GraphPort[] Ports(string prefix) =>
            [.. states.Select(state => GraphPort.Floats(prefix + state.Name, Any, state.Layers, state.Width))];
        int latent = style.File.Type == ModelType.Vae ? CheckLatent(style) : 0;
        GraphPort[] latents = latent > 0 ? [GraphPort.Floats(GraphPorts.Latent, Any, latent)] : [];
        GraphPort.Check(step, path,
            [
                Classes(GraphPorts.Note, 3), Classes(GraphPorts.BarPosition, 4), Classes(GraphPorts.Hint, 4),
                .. Ports(GraphPorts.Past), .. latents,
            ],
            [GraphPort.Floats(GraphPorts.Hidden, Any, Any, width), .. Ports(GraphPorts.Present)]);
        foreach (var head in HeadShape.All)
            head.Check(style, width);
        return new(width, states, latent);
    }

    private static IEnumerable<string> StateNames(string type, InferenceSession step) => type switch
    {
        ModelType.Lstm or ModelType.Vae => [GraphPorts.HiddenState, GraphPorts.CellState],
        ModelType.Ensemble => step.InputMetadata.Keys
            .Where(name => name.StartsWith(GraphPorts.Past, StringComparison.Ordinal)).Select(name => name[GraphPorts.Past.Length..]),
        _ => [GraphPorts.HiddenState],
    };

    private static (string Name, int Layers, int Width) StateOf(string name, InferenceSession step, string path)
    {
        int[] sizes = GraphPort.SizesOf(step.InputMetadata, GraphPorts.Past + name, path, 3, 1, 2);
        return (name, sizes[1], sizes[2]);
    }

    // The size of the latent, an output of the encoder and an input of the step graph.
    private static int CheckLatent(StyleSessions style)
    {
        var encode = style.Session(GraphRole.Encode);
        string path = style.GraphPath(GraphRole.Encode);
        int latent = GraphPort.SizesOf(encode.OutputMetadata, GraphPorts.Mean, path, 2, 1)[1];
        GraphPort.Check(encode, path,
            [Classes(GraphPorts.Note, 3), Classes(GraphPorts.BarPosition, 4)],
            [GraphPort.Floats(GraphPorts.Mean, Any, latent), GraphPort.Floats(GraphPorts.LogVariance, Any, latent)]);
        return latent;
    }

    private static GraphPort Classes(string name, int count) => GraphPort.Classes(name, Any, Any, count);
}
