using System.Diagnostics;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static ComposerPlugin.Tests.Shared.Refusal;

namespace ComposerPlugin.Inference.Tests;

public sealed class LoadedStyleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LoadedStyleTests() => TinyStyle.Write(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ModelType.Lstm, false)]
    [InlineData(ModelType.Lstm, true)]
    [InlineData(ModelType.Gru, false)]
    [InlineData(ModelType.Gru, true)]
    [InlineData(ModelType.Transformer, false)]
    [InlineData(ModelType.Transformer, true)]
    public void Whole_style_loads(string type, bool gated)
    {
        TinyStyle.Write(_folder.Path, type, gated);

        using var style = LoadedStyle.Load(_folder.Path);

        Assert.Equal(type, style.File.Type);
    }

    [Fact]
    public void Graph_in_a_folder_below_loads()
    {
        Directory.CreateDirectory(_folder["graphs"]);
        File.Move(_folder["step.onnx"], _folder["graphs/step.onnx"]);
        var graphs = new Dictionary<string, string>(StyleFiles.Recurrent.Graphs) { [GraphRole.Step] = "graphs/step.onnx" };
        (StyleFiles.Recurrent with { Graphs = graphs }).Write(_folder.Path);

        using var style = LoadedStyle.Load(_folder.Path);

        Assert.Equal("test", style.File.Id);
    }

    [Fact]
    public void Missing_graph_is_named()
    {
        File.Delete(_folder["pitch.onnx"]);

        AssertRefused("pitch.onnx is missing", Load);
    }

    [Theory]
    [InlineData("pitch.onnx")]
    [InlineData(StyleFile.FileName)]
    public void Empty_file_is_refused(string name)
    {
        File.WriteAllBytes(_folder[name], []);

        AssertRefused($"{name} is empty", Load);
    }

    [Theory]
    [InlineData("pitch.onnx")]
    [InlineData(StyleFile.FileName)]
    public async Task Pipe_is_refused_at_once(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.Delete(_folder[name]);
        using (var mkfifo = Process.Start("mkfifo", [_folder[name]]))
            await mkfifo.WaitForExitAsync();

        await Task.Run(() => AssertRefused($"{name} is empty", Load)).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Huge_graph_is_refused()
    {
        using (var file = File.OpenWrite(_folder["pitch.onnx"]))
            file.SetLength(GraphFile.MaxBytes + 1);

        AssertRefused("larger than 64 MiB", Load);
    }

    [Fact]
    public void Link_to_another_folder_is_refused()
    {
        using var elsewhere = new TemporaryFolder();
        File.Move(_folder["pitch.onnx"], elsewhere["pitch.onnx"]);
        File.CreateSymbolicLink(_folder["pitch.onnx"], elsewhere["pitch.onnx"]);

        AssertRefused("behind the link", Load);
    }

    [Fact]
    public void Linked_folder_is_refused()
    {
        using var elsewhere = new TemporaryFolder();
        File.Move(_folder["step.onnx"], elsewhere["step.onnx"]);
        Directory.CreateSymbolicLink(_folder["graphs"], elsewhere.Path);
        var graphs = new Dictionary<string, string>(StyleFiles.Recurrent.Graphs) { [GraphRole.Step] = "graphs/step.onnx" };
        (StyleFiles.Recurrent with { Graphs = graphs }).Write(_folder.Path);

        AssertRefused("behind the link", Load);
    }

    [Fact]
    public void Weights_in_another_file_are_refused()
    {
        File.WriteAllBytes(_folder["weights.bin"], new byte[4096]);
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, new OnnxGraph().WeightsElsewhere("weights", "weights.bin", 8, 128));

        AssertRefused("has weights in external files", Load);
    }

    [Fact]
    public void Style_file_that_is_a_link_is_refused()
    {
        using var elsewhere = new TemporaryFolder();
        File.Move(_folder[StyleFile.FileName], elsewhere[StyleFile.FileName]);
        File.CreateSymbolicLink(_folder[StyleFile.FileName], elsewhere[StyleFile.FileName]);

        AssertRefused("style.json is a link", Load);
    }

    [Fact]
    public void Folder_that_is_a_link_is_not_played()
    {
        using var styles = new TemporaryFolder();
        Directory.CreateSymbolicLink(styles["mine"], _folder.Path);

        AssertRefused("is a link to another folder", () => StyleCache.Acquire(styles["mine"]));
    }

    [Fact]
    public void Loop_is_refused_before_it_runs()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, new OnnxGraph().Numbers("hidden", -1, -1, TinyStyle.Width)
            .Loop("logits", "hidden").Output("logits", -1, -1, Vocabulary.Pitches));

        AssertRefused("contains loops or branches", Load);
    }

    [Fact]
    public void Graph_that_exceeds_the_memory_of_the_arena_is_refused()
    {
        // 80,000 x 80,000 numbers (26 GB) from a graph of a few hundred bytes.
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, Huge("hidden"));

        AssertRefused("does not run", Load);
        Assert.InRange(Environment.WorkingSet, 0, 8L << 30);
    }

    [Fact]
    public void Graph_that_exceeds_the_memory_while_it_loads_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, Huge(null));

        Assert.Throws<StyleException>(Load);
        Assert.InRange(Environment.WorkingSet, 0, 8L << 30);
    }

    [Fact]
    public void State_of_huge_size_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, new OnnxGraph()
            .Numbers("past.h", -1, 1 << 15, 1 << 15)
            .Weights("table", new float[TinyStyle.Width], 1, 1, TinyStyle.Width).Node("Identity", "hidden", ["table"])
            .Output("hidden", 1, 1, TinyStyle.Width));

        AssertRefused("more than 16384 numbers at \"past.h\"", Load);
    }

    [Theory]
    [InlineData("This is no graph.")]
    public void Other_file_is_refused(string text)
    {
        File.WriteAllText(_folder["pitch.onnx"], text);

        AssertRefused("is not a complete ONNX file", Load);
    }

    [Fact]
    public void Truncated_graph_is_refused()
    {
        byte[] bytes = File.ReadAllBytes(_folder["pitch.onnx"]);
        File.WriteAllBytes(_folder["pitch.onnx"], bytes[..(bytes.Length / 2)]);

        AssertRefused("is not a complete ONNX file", Load);
    }

    [Fact]
    public void Unknown_operator_is_named()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, new OnnxGraph()
            .Numbers("hidden", -1, -1, TinyStyle.Width).Node("Clairvoyance", "logits", ["hidden"])
            .Output("logits", -1, -1, Vocabulary.Pitches));

        AssertRefused("the operator \"Clairvoyance\", which the trainer does not write", Load);
    }

    [Fact]
    public void Graph_that_onnx_runtime_rejects_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, new OnnxGraph()
            .Numbers("hidden", -1, -1, TinyStyle.Width).Node("Add", "logits", ["hidden"])
            .Output("logits", -1, -1, Vocabulary.Pitches));

        AssertRefused("ONNX Runtime cannot load", Load);
    }

    [Fact]
    public void Missing_input_is_named()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Duration, TinyStyle.Head(Vocabulary.Durations, "gap", "place"));

        AssertRefused("lacks the input \"pitch\"", Load);
    }

    [Fact]
    public void Gate_with_a_wrong_number_of_chains_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Ioi, TinyStyle.Head(Vocabulary.Iois, HeadShape.Ioi.Chains + 1, 1));

        AssertRefused("\"motif\" of the graph", Load);
    }

    [Fact]
    public void Unknown_input_is_named()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, TinyStyle.Head(Vocabulary.Pitches, "gap", "place", "mood"));

        AssertRefused("input \"mood\"", Load);
    }

    [Fact]
    public void Missing_output_is_named()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, new OnnxGraph()
            .Numbers("hidden", -1, -1, TinyStyle.Width).Classes("gap", -1, -1).Classes("place", -1, -1)
            .Node("Identity", "other", ["hidden"]).Output("other", -1, -1, TinyStyle.Width));

        AssertRefused("lacks the output \"logits\"", Load);
    }

    [Fact]
    public void Wrong_number_of_classes_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Ioi, TinyStyle.Head(100));

        AssertRefused("\"logits\" of the graph", Load);
    }

    [Fact]
    public void Input_of_another_shape_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, TinyStyle.Step(ModelType.Lstm, hint: 3));

        AssertRefused("\"hint\" of the graph", Load);
    }

    [Fact]
    public void Input_of_another_type_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, new OnnxGraph()
            .Numbers("hidden", -1, -1, TinyStyle.Width).Numbers("gap", -1, -1).Classes("place", -1, -1)
            .Node("Identity", "logits", ["hidden"]).Output("logits", -1, -1, TinyStyle.Width));

        AssertRefused("is Single [?, ?] and not Int64 [?, ?]", Load);
    }

    [Fact]
    public void Lstm_without_cell_state_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, TinyStyle.Step(ModelType.Gru));

        AssertRefused("lacks \"past.c\"", Load);
    }

    [Fact]
    public void Gru_with_cell_state_is_refused()
    {
        TinyStyle.Write(_folder.Path, ModelType.Gru);
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, TinyStyle.Step(ModelType.Lstm));

        AssertRefused("input \"past.c\"", Load);
    }

    [Fact]
    public void Transformer_without_values_is_refused()
    {
        TinyStyle.Write(_folder.Path, ModelType.Transformer);
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, new OnnxGraph()
            .Classes("note", -1, -1, 3).Classes("place", -1, -1, 4).Classes("hint", -1, -1, 4)
            .Numbers("past.k", -1, 2, 3, -1, TinyStyle.Width)
            .Weights("table", new float[TinyStyle.Width], 1, 1, TinyStyle.Width).Node("Identity", "hidden", ["table"])
            .Output("hidden", 1, 1, TinyStyle.Width));

        AssertRefused("lacks the input \"past.v\"", Load);
    }

    [Theory]
    [InlineData(-1, 3, 8)]
    [InlineData(2, -1, 8)]
    [InlineData(2, 3, -1)]
    public void Cache_of_open_size_is_refused(int layers, int heads, int size)
    {
        TinyStyle.Write(_folder.Path, ModelType.Transformer);
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, new OnnxGraph()
            .Numbers("past.k", -1, layers, heads, -1, size)
            .Weights("table", new float[TinyStyle.Width], 1, 1, TinyStyle.Width).Node("Identity", "hidden", ["table"])
            .Output("hidden", 1, 1, TinyStyle.Width));

        AssertRefused("does not say the size of \"past.k\"", Load);
    }

    [Fact]
    public void State_of_open_size_is_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Step, new OnnxGraph()
            .Numbers("past.h", -1, -1, -1).Node("Identity", "hidden", ["past.h"]).Output("hidden", -1, -1, TinyStyle.Width));

        AssertRefused("does not say the size of \"past.h\"", Load);
    }

    [Fact]
    public void Graph_that_does_not_run_is_refused()
    {
        // An out-of-range gather fails only when the graph runs.
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Pitch, new OnnxGraph()
            .Numbers("hidden", -1, -1, TinyStyle.Width).Classes("gap", -1, -1).Classes("place", -1, -1)
            .Weights("table", new float[Vocabulary.Pitches], 1, Vocabulary.Pitches).Integers("far", 7)
            .Node("Add", "beyond", ["gap", "far"]).Node("Gather", "logits", ["table", "beyond"])
            .Output("logits", -1, -1, Vocabulary.Pitches));

        AssertRefused("does not run", Load);
    }

    [Fact]
    public void Logits_of_NaN_are_refused()
    {
        TinyStyle.WriteGraph(_folder.Path, GraphRole.Ioi, TinyStyle.Head(Vocabulary.Iois, 0, float.NaN));

        AssertRefused("NaN or infinite", Load);
    }

    // The product of a column and a row of ones; without an input it is constant and folded while the graph loads.
    private static OnnxGraph Huge(string? input)
    {
        var graph = new OnnxGraph().Numbers("hidden", -1, -1, TinyStyle.Width).Classes("gap", -1, -1).Classes("place", -1, -1)
            .Integers("column", 80_000, 1).Integers("row", 1, 80_000).Integers("single", 1, 1, -1).Integers("begin", 0)
            .Integers("end", 1).Weights("number", [0], 1, 1).Weights("table", new float[Vocabulary.Pitches], 1, 1, Vocabulary.Pitches);
        string one = "number";
        if (input is not null)
        {
            graph.Node("Reshape", "flat", [input, "flat.shape"]).Integers("flat.shape", 1, -1)
                .Node("Slice", one = "one", ["flat", "begin", "end", "end"]);
        }
        return graph.Node("Expand", "ones", [one, "column"]).Node("Expand", "more", [one, "row"]).Node("Sub", "huge", ["ones", "more"])
            .Node("Reshape", "line", ["huge", "single"]).Integers("third", 2).Node("Slice", "least", ["line", "begin", "end", "third"])
            .Node("Add", "logits", ["table", "least"]).Output("logits", -1, -1, Vocabulary.Pitches);
    }

    private void Load() => LoadedStyle.Load(_folder.Path).Dispose();
}
