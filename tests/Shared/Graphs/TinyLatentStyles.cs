using ComposerPlugin.Inference;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Tests.Shared;

/// <summary>
/// Writes styles of the model types that read whole bars. vae: mean = the mean of the rows' pitch, IOI and duration / 100,
/// log-variance = 0, and hidden = that of <see cref="TinyStyle"/> + the sum of the latent. gan: the generator always plays the same bar,
/// or repeats the previous bar.
/// </summary>
internal static class TinyLatentStyles
{
    private const int Free = -1;
    private const int Noise = 4;

    public static LoadedStyle Vae(string folder, int bars)
    {
        TinyStyle.Write(folder);
        var graphs = new Dictionary<string, string>(StyleFiles.Recurrent.Graphs) { [GraphRole.Encode] = "encode.onnx" };
        (StyleFiles.Recurrent with { Type = ModelType.Vae, Graphs = graphs, WindowBars = bars }).Write(folder);
        TinyStyle.WriteGraph(folder, GraphRole.Step, TinyStyle.Step(ModelType.Vae));
        TinyStyle.WriteGraph(folder, GraphRole.Encode, new OnnxGraph()
            .Classes("note", Free, Free, 3).Classes("place", Free, Free, 4).Weights("hundredth", [0.01f], 1).Weights("nothing", [0], 1)
            .Integers("rows", 1)
            .Node("Cast", "number", ["note"], "to", 1)
            // Attention to all rows alike is their mean.
            .Weights("alike", new float[3], 3, 1).Node("MatMul", "score", ["number", "alike"])
            .Node("Softmax", "attention", ["score"], "axis", 1).Node("Transpose", "attending", ["attention"], "perm", values: [0, 2, 1])
            .Node("MatMul", "middle", ["attending", "number"])
            .Node("Squeeze", "plain", ["middle", "rows"]).Node("Mul", "mean", ["plain", "hundredth"])
            .Node("Mul", "logvar", ["plain", "nothing"])
            .Output("mean", Free, TinyStyle.Latent).Output("logvar", Free, TinyStyle.Latent));
        return LoadedStyle.Load(folder);
    }

    /// <summary>A gan style that plays this bar; without one, the previous bar.</summary>
    public static LoadedStyle Gan(string folder, BarRoll? bar = null)
    {
        (StyleFiles.Recurrent with { Type = ModelType.Gan, Graphs = new Dictionary<string, string> { [GraphRole.Bar] = "bar.onnx" } })
            .Write(folder);
        float[] roll = new float[BarRoll.Steps * BarRoll.Width];
        bar?.Write(roll);
        TinyStyle.WriteGraph(folder, GraphRole.Bar, new OnnxGraph()
            .Numbers("noise", Free, Noise).Numbers("previous", Free, BarRoll.Steps, BarRoll.Width).Numbers("chord", Free, BarRoll.Chords)
            .Numbers("inside", Free, BarRoll.Steps)
            .Weights("bar", roll, 1, BarRoll.Steps, BarRoll.Width).Weights("heard", [bar is null ? 1 : 0], 1)
            .Node("Mul", "before", ["previous", "heard"]).Node("Add", "roll", ["before", "bar"])
            .Output("roll", Free, BarRoll.Steps, BarRoll.Width));
        return LoadedStyle.Load(folder);
    }
}
