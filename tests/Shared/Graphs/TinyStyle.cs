using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Tests.Shared;

/// <summary>
/// Writes a style whose graphs are a few operators each: present.h = past.h / 2 + (sum(note) + sum(hint)) / 100,
/// present.c = past.c + sum(place) / 100, hidden = the sum of both, and every logit a weighted sum of the hidden vector
/// and the choices. The transformer's keys are the sums of note and hint, its values those of place, times weights of layer and head
/// whose mean is 1; hidden = the mean of its keys and values. A gated head adds the mean of the chains' predictions, e^memory times,
/// and the mean of their features.
/// </summary>
internal static class TinyStyle
{
    public const int Layers = 2;
    public const int Width = 8;
    public const int Heads = 3;

    /// <summary>Latent dimensions of a vae style.</summary>
    public const int Latent = 3;

    private const int Free = -1;

    public static void Write(string folder, string type = ModelType.Lstm, bool gated = false)
    {
        (StyleFiles.Recurrent with { Type = type }).Write(folder);
        WriteGraph(folder, GraphRole.Step, Step(type));
        foreach (var head in HeadShape.All)
            WriteGraph(folder, head.Role, Head(head.Classes, gated ? head.Chains : 0, 1, head.Choices));
    }

    public static void WriteGraph(string folder, string role, OnnxGraph graph) =>
        File.WriteAllBytes(Path.Combine(folder, role + ".onnx"), graph.ToBytes());

    public static OnnxGraph Step(string type, int hint = 4)
    {
        var graph = new OnnxGraph()
            .Classes("note", Free, Free, 3).Classes("place", Free, Free, 4).Classes("hint", Free, Free, hint)
            .Integers("last", 2).Weights("half", [0.5f], 1);
        Sum(graph, "note", 3);
        Sum(graph, "place", 4);
        Sum(graph, "hint", hint);
        return type == ModelType.Transformer ? Attention(graph) : Recurrent(graph, type);
    }

    public static OnnxGraph Head(int classes, params string[] choices) => Head(classes, 0, 1, choices);

    public static OnnxGraph Head(int classes, int chains, float scale, params string[] choices)
    {
        var graph = new OnnxGraph().Numbers("hidden", Free, Free, Width)
            .Weights("weights", Weights(Width * classes, scale), Width, classes).Integers("last", 2)
            .Node("MatMul", "weighted", ["hidden", "weights"]);
        string sum = "weighted";
        for (int i = 0; i < choices.Length; i++)
        {
            string name = choices[i];
            graph.Classes(name, Free, Free).Weights(name + ".weights", Weights(classes, 0.01f * (i + 1)), classes)
                .Node("Unsqueeze", name + ".column", [name, "last"])
                .Node("Cast", name + ".number", [name + ".column"], "to", 1)
                .Node("Mul", name + ".weighted", [name + ".number", name + ".weights"])
                .Node("Add", name + ".heard", [sum, name + ".weighted"]);
            sum = name + ".heard";
        }
        if (chains > 0)
            sum = Mixed(graph, sum, classes, chains);
        return graph.Node("Identity", "logits", [sum]).Output("logits", Free, Free, classes);
    }

    private static OnnxGraph Attention(OnnxGraph graph)
    {
        graph.Integers("layer.head", 1, 2).Node("Add", "heard", ["note.sum", "hint.sum"]);
        foreach (var (name, sum) in (ReadOnlySpan<(string, string)>)[("k", "heard"), ("v", "place.sum")])
        {
            graph.Numbers("past." + name, Free, Layers, Heads, Free, Width).Output("present." + name, Free, Layers, Heads, Free, Width)
                .Weights(name + ".weights", [0.25f, 0.5f, 0.75f, 1.25f, 1.5f, 1.75f], 1, Layers, Heads, 1, 1)
                .Weights(name + ".wide", [1, 1, 1, 1, 1, 1, 1, 1], Width)
                .Node("Unsqueeze", name + ".column", [sum, "layer.head"])
                .Node("Mul", name + ".weighted", [name + ".column", name + ".weights"])
                .Node("Mul", name + ".new", [name + ".weighted", name + ".wide"])
                .Node("Concat", "present." + name, ["past." + name, name + ".new"], "axis", 3);
        }
        // Attention to all steps alike is their mean.
        return graph.Node("Add", "both", ["present.k", "present.v"])
            .Weights("alike", new float[Width], Width, 1).Node("MatMul", "score", ["both", "alike"])
            .Node("Softmax", "attention", ["score"], "axis", 3)
            .Node("Transpose", "attending", ["attention"], "perm", values: [0, 1, 2, 4, 3])
            .Node("MatMul", "heads", ["attending", "both"])
            .Integers("joined", 0, Layers * Heads, Width).Node("Reshape", "rows", ["heads", "joined"])
            .Mean("hidden", "rows", Layers * Heads, [0, 2, 1]).Output("hidden", Free, Free, Width);
    }

    private static OnnxGraph Recurrent(OnnxGraph graph, string type)
    {
        graph.Numbers("past.h", Free, Layers, Width).Node("Mul", "halved", ["past.h", "half"])
            .Node("Add", "noted", ["halved", "note.sum"]).Node("Add", "present.h", ["noted", "hint.sum"]);
        string mixed = "present.h";
        if (type is ModelType.Lstm or ModelType.Vae)
        {
            graph.Numbers("past.c", Free, Layers, Width).Output("present.c", Free, Layers, Width)
                .Node("Add", "present.c", ["past.c", "place.sum"]).Node("Add", "mixed", ["present.h", "present.c"]);
            mixed = "mixed";
        }
        graph.Mean(type == ModelType.Vae ? "played" : "hidden", mixed, Layers, [0, 2, 1]);
        if (type == ModelType.Vae)
        {
            graph.Numbers("latent", Free, Latent).Integers("first", 1)
                .Weights("ones", [.. Enumerable.Repeat(1f, Latent)], Latent, 1).Node("MatMul", "latent.sum", ["latent", "ones"])
                .Node("Unsqueeze", "given", ["latent.sum", "first"]).Node("Add", "hidden", ["played", "given"]);
        }
        return graph
            .Output("hidden", Free, Free, Width).Output("present.h", Free, Layers, Width);
    }

    private static string Mixed(OnnxGraph graph, string own, int classes, int chains)
    {
        graph.Numbers("motif", Free, Free, chains, classes).Numbers("features", Free, Free, chains, MotifPredictor.Features)
            .Numbers("memory", 1)
            .Mean("motif.mean", "motif", chains, [0, 1, 3, 2]).Node("Squeeze", "motif.plain", ["motif.mean", "last"])
            // e^x is the ratio of the softmax of x and 0.
            .Weights("nothing", [0], 1).Node("Concat", "memory.pair", ["memory", "nothing"], "axis", 0)
            .Node("Softmax", "memory.shares", ["memory.pair"], "axis", 0)
            .Node("Gather", "memory.share", ["memory.shares", "zero"], "axis", 0)
            .Node("Gather", "memory.rest", ["memory.shares", "one"], "axis", 0).Integers("zero", 0).Integers("one", 1)
            .Node("Div", "memory.strength", ["memory.share", "memory.rest"])
            .Node("Mul", "motif.strong", ["motif.plain", "memory.strength"])
            .Integers("all", 0, 0, chains * MotifPredictor.Features, 1).Node("Reshape", "features.column", ["features", "all"])
            .Mean("features.mean", "features.column", chains * MotifPredictor.Features, [0, 1, 3, 2])
            .Node("Squeeze", "features.plain", ["features.mean", "last"])
            .Node("Add", "given", ["motif.strong", "features.plain"]).Node("Add", "mixed", [own, "given"]);
        return "mixed";
    }

    // name.sum = sum of the classes / 100, [batch, n, 1].
    private static void Sum(OnnxGraph graph, string name, int columns) => graph
        .Node("Cast", name + ".number", [name], "to", 1)
        .Weights(name + ".hundredths", [.. Enumerable.Repeat(0.01f, columns)], columns, 1)
        .Node("MatMul", name + ".sum", [name + ".number", name + ".hundredths"]);

    private static float[] Weights(int count, float scale = 1) =>
        [.. Enumerable.Range(0, count).Select(i => scale * (float)((SeededRandom.Value(1, i, 0, 0) * 2) - 1))];
}
