using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>The sizes that a recurrent style chose for itself, read from its graphs, whose ports are checked on the way.</summary>
/// <param name="Width">The length of the hidden vector.</param>
/// <param name="States">The recurrent states: "h", and "c" for <see cref="ModelType.Lstm"/>; of <see cref="ModelType.Ensemble"/> those of each member.</param>
/// <param name="Latent">The length of the latent of <see cref="ModelType.Vae"/>; 0 in other kinds.</param>
internal sealed record RecurrentShape(int Width, (string Name, int Layers, int Width)[] States, int Latent)
{
    private const int Any = GraphPort.Free;
    private const string Past = "past.";

    /// <exception cref="StyleException">A graph lacks an input or output, or has one of another shape.</exception>
    public static RecurrentShape Read(StyleSessions style)
    {
        var step = style.Session(GraphRole.Step);
        string path = style.GraphPath(GraphRole.Step);
        int width = GraphPort.SizesOf(step.OutputMetadata, "hidden", path, 3, 2)[2];
        (string Name, int Layers, int Width)[] states = [.. StateNames(style.File.Kind, step).Select(name => StateOf(name, step, path))];

        GraphPort[] past = [.. states.Select(state => GraphPort.Numbers(Past + state.Name, Any, state.Layers, state.Width))];
        GraphPort[] present = [.. states.Select(state => GraphPort.Numbers("present." + state.Name, Any, state.Layers, state.Width))];
        int latent = style.File.Kind == ModelType.Vae ? CheckLatent(style) : 0;
        GraphPort[] told = latent > 0 ? [GraphPort.Numbers("latent", Any, latent)] : [];
        GraphPort.Check(step, path,
            [Classes("note", 3), Classes("place", 4), Classes("hint", 4), .. past, .. told],
            [GraphPort.Numbers("hidden", Any, Any, width), .. present]);
        foreach (var head in HeadShape.All)
            head.Check(style, width);
        return new(width, states, latent);
    }

    private static IEnumerable<string> StateNames(string kind, InferenceSession step) => kind switch
    {
        ModelType.Lstm or ModelType.Vae => ["h", "c"],
        ModelType.Ensemble => step.InputMetadata.Keys.Where(name => name.StartsWith(Past, StringComparison.Ordinal)).Select(name => name[Past.Length..]),
        _ => ["h"],
    };

    private static (string Name, int Layers, int Width) StateOf(string name, InferenceSession step, string path)
    {
        int[] sizes = GraphPort.SizesOf(step.InputMetadata, Past + name, path, 3, 1, 2);
        return (name, sizes[1], sizes[2]);
    }

    // The size of the latent, which the step graph takes and the encoder gives.
    private static int CheckLatent(StyleSessions style)
    {
        var encode = style.Session(GraphRole.Encode);
        string path = style.GraphPath(GraphRole.Encode);
        int latent = GraphPort.SizesOf(encode.OutputMetadata, "mean", path, 2, 1)[1];
        GraphPort.Check(encode, path,
            [Classes("note", 3), Classes("place", 4)], [GraphPort.Numbers("mean", Any, latent), GraphPort.Numbers("logvar", Any, latent)]);
        return latent;
    }

    private static GraphPort Classes(string name, int count) => GraphPort.Classes(name, Any, Any, count);
}
