using ComposerPlugin.Music;

namespace ComposerPlugin.Models.Tests;

/// <summary>
/// Writes a style whose graphs are a few operators each: present.h = past.h / 2 + (sum(note) + sum(hint)) / 100,
/// present.c = past.c + sum(place) / 100, hidden = the sum of both, and every logit a weighted sum of the hidden vector
/// and what is chosen.
/// </summary>
internal static class TinyStyle
{
    public const int Layers = 2;
    public const int Width = 8;

    private const int Free = -1;

    public static void Write(string folder, string kind = ModelKind.Lstm)
    {
        (StyleFiles.Recurrent with { Kind = kind }).Write(folder);
        WriteGraph(folder, GraphRole.Step, Step(kind));
        WriteGraph(folder, GraphRole.Pitch, Head(Vocabulary.Pitches, "gap", "place"));
        WriteGraph(folder, GraphRole.Duration, Head(Vocabulary.Durations, "gap", "pitch", "place"));
        WriteGraph(folder, GraphRole.Velocity, Head(Vocabulary.Velocities, "pitch", "duration", "place"));
    }

    public static void WriteGraph(string folder, string role, OnnxGraph graph) =>
        File.WriteAllBytes(Path.Combine(folder, role + ".onnx"), graph.ToBytes());

    public static OnnxGraph Step(string kind, int gaps = Vocabulary.Gaps, int hint = 4, float scale = 1)
    {
        var graph = new OnnxGraph()
            .Classes("note", Free, Free, 3).Classes("place", Free, Free, 3).Classes("hint", Free, Free, hint)
            .Numbers("past.h", Free, Layers, Width)
            .Integers("last", 2).Integers("layers", 1)
            .Weights("half", [0.5f], 1).Weights("hundredth", [0.01f], 1).Weights("weights", Weights(Width * gaps, scale), Width, gaps);
        Sum(graph, "note");
        Sum(graph, "place");
        Sum(graph, "hint");
        graph.Node("Mul", "halved", ["past.h", "half"])
            .Node("Add", "noted", ["halved", "note.sum"]).Node("Add", "present.h", ["noted", "hint.sum"]);
        string mixed = "present.h";
        if (kind == ModelKind.Lstm)
        {
            graph.Numbers("past.c", Free, Layers, Width).Output("present.c", Free, Layers, Width)
                .Node("Add", "present.c", ["past.c", "place.sum"]).Node("Add", "mixed", ["present.h", "present.c"]);
            mixed = "mixed";
        }
        return graph
            .Node("ReduceMean", "hidden", [mixed], "axes", values: [1])
            .Node("MatMul", "gap", ["hidden", "weights"])
            .Output("hidden", Free, Free, Width).Output("gap", Free, Free, gaps).Output("present.h", Free, Layers, Width);
    }

    public static OnnxGraph Head(int classes, params string[] inputs)
    {
        var graph = new OnnxGraph().Numbers("hidden", Free, Free, Width)
            .Weights("weights", Weights(Width * classes), Width, classes).Integers("last", 2)
            .Node("MatMul", "sum0", ["hidden", "weights"]);
        for (int i = 0; i < inputs.Length; i++)
        {
            string name = inputs[i];
            graph.Classes(name, Free, Free).Weights(name + ".weights", Weights(classes, 0.01f * (i + 1)), classes)
                .Node("Unsqueeze", name + ".column", [name, "last"])
                .Node("Cast", name + ".number", [name + ".column"], "to", 1)
                .Node("Mul", name + ".weighted", [name + ".number", name + ".weights"])
                .Node("Add", i == inputs.Length - 1 ? "logits" : $"sum{i + 1}", [$"sum{i}", name + ".weighted"]);
        }
        return graph.Output("logits", Free, Free, classes);
    }

    // name.sum = sum of the classes / 100, [batch, n, 1].
    private static void Sum(OnnxGraph graph, string name) => graph
        .Node("Cast", name + ".number", [name], "to", 1)
        .Node("ReduceSum", name + ".total", [name + ".number", "last"])
        .Node("Mul", name + ".sum", [name + ".total", "hundredth"]);

    private static float[] Weights(int count, float scale = 1) =>
        [.. Enumerable.Range(0, count).Select(i => scale * (float)((SeededRandom.Value(1, i, 0, 0) * 2) - 1))];
}
