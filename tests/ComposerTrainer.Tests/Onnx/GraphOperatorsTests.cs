using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Styles;
using Google.Protobuf;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>The plugin accepts the operators that the exporter writes, all of them and no others.</summary>
public sealed class GraphOperatorsTests : IDisposable
{
    private static readonly TrainConfig _small = new() { Hidden = 16, Dense = 8, Layers = 2, Latent = 4, Channels = 8, Heads = 2 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void List_has_exactly_what_exports_of_all_types_contain()
    {
        Write("lstm", ModelType.Lstm, _small);
        Write("gru", ModelType.Gru, _small);
        Write("rotary", ModelType.Transformer, _small);
        Write("sinusoidal", ModelType.Transformer, _small with { Positions = TrainConfig.Sinusoidal, Gate = false });
        Write("bare", ModelType.Lstm, _small with { Hint = false, Places = false, Key = false, Gate = false });
        Write("styled", ModelType.Gru, _small with { Styles = ["a", "b"], Style = "b" });
        Write("vae", ModelType.Vae, TrainConfig.Default(ModelType.Vae) with { Hidden = 16, Dense = 8, Latent = 4 });
        using (var gan = new AdversarialModel(_small))
        {
            Directory.CreateDirectory(_folder["gan"]);
            gan.Generator.Write(_folder["gan/bar.onnx"]);
        }
        Directory.CreateDirectory(_folder["ensemble"]);
        new EnsembleGraphs([Stored("lstm"), Stored("gru"), Stored("rotary")]).Write(_folder["ensemble"], StyleFolder.Graphs);
        Directory.CreateDirectory(_folder["half"]);
        HalfWeights.WriteAndCheck(_folder["lstm"], _folder["half"], StyleFolder.Graphs);
        var written = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);

        foreach (string file in Directory.EnumerateFiles(_folder.Path, "*.onnx", SearchOption.AllDirectories))
        {
            // The plugin's own check.
            byte[] graph = GraphFile.Read(Path.GetDirectoryName(file)!, Path.GetFileName(file));
            foreach (var (operation, attributes) in Operators(graph))
            {
                written.TryAdd(operation, []);
                written[operation].UnionWith(attributes);
            }
        }

        Assert.Equal(GraphOperators.All.Order(StringComparer.Ordinal), written.Keys);
        foreach (var (operation, attributes) in written)
            Assert.Equal(GraphOperators.AttributesOf(operation)!.Order(StringComparer.Ordinal), attributes);
    }

    private void Write(string name, string type, TrainConfig config)
    {
        Directory.CreateDirectory(_folder[name]);
        using var model = ModelTypes.Create(type, config);
        model.eval();
        ((IMelodyModel)model).WriteGraphs(_folder[name]);
    }

    private Dictionary<string, StoredGraph> Stored(string name) =>
        StyleFolder.Graphs.ToDictionary(graph => graph.Key, graph => StoredGraph.Read(Path.Combine(_folder[name], graph.Value)));

    private static IEnumerable<(string Operation, IEnumerable<string> Attributes)> Operators(byte[] model) =>
        ProtoField.Read(ByteString.CopyFrom(model)).Single(field => field.Number == 7).Fields().Where(field => field.Number == 1)
            .Select(node => node.Fields())
            .Select(fields => (fields.Single(field => field.Number == 4).Text,
                fields.Where(field => field.Number == 5).Select(field => field.Fields().Single(inner => inner.Number == 1).Text)));
}
