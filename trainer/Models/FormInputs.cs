using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Embeddings of what the form memory knows: the place in the phrase, and for each reference the note that is due and how well the last
/// notes followed. All references share the tables and a dense layer, which makes few inputs of them: they enter the recurrent layers and
/// every head. Shapes: b tunes, n steps, r references, u units.
/// </summary>
internal sealed class FormInputs : nn.Module
{
    private const int PlaceUnits = 8, PitchUnits = 24, IoiUnits = 12, DurationUnits = 8, CountUnits = 4, StepUnits = 4;
    private const int ReferenceUnits = 24;

    private readonly int _references;
    private readonly int[] _columns;
    private readonly Embedding _place;
    private readonly ModuleList<Embedding> _tables;
    private readonly Linear _dense;

    public FormInputs(TrainConfig config)
        : base("form")
    {
        _references = config.FormOpening ? FormMemory.References : FormMemory.Opening;
        (bool Used, int Classes, int Units)[] all =
        [
            (true, Vocabulary.Iois + 1, IoiUnits), (true, Vocabulary.Pitches + 1, PitchUnits),
            (true, Vocabulary.Durations + 1, DurationUnits),
            (true, FormReference.Counts, CountUnits), (true, FormReference.Counts, CountUnits),
            (config.FormRhythm, FormReference.Counts, CountUnits),
            (config.FormDiatonic, FormReference.StepClasses, StepUnits), (config.FormDiatonic, FormReference.Counts, CountUnits),
        ];
        _columns = [.. Enumerable.Range(0, FormHint.Columns).Where(column => all[column].Used)];
        _place = nn.Embedding(FormHint.Places, PlaceUnits);
        _tables = nn.ModuleList([.. _columns.Select(column => nn.Embedding(all[column].Classes, all[column].Units))]);
        _dense = nn.Linear(_columns.Sum(column => all[column].Units), ReferenceUnits);
        Units = PlaceUnits + (_references * ReferenceUnits);
        RegisterComponents();
    }

    /// <summary>Inputs of each step.</summary>
    public int Units { get; }

    /// <summary>The embeddings, (b, n, <see cref="Units"/>).</summary>
    /// <param name="form">(b, n, <see cref="FormHint.Length"/>)</param>
    public Tensor Embed(Tensor form)
    {
        var used = form.narrow(2, 1, _references * FormHint.Columns);
        var references = used.reshape(form.shape[0], form.shape[1], _references, FormHint.Columns);
        // (b, n, r, u)
        var embedded = cat([.. _columns.Select((column, table) => _tables[table].call(references.select(3, column)))], 3);
        return cat([_place.call(form.select(2, 0)), _dense.call(embedded).relu().flatten(2)], 2);
    }

    /// <summary>The same as nodes; it adds the graph's input <c>form</c>.</summary>
    public string Embed(OnnxGraph graph)
    {
        string form = graph.Input(GraphPorts.Form, OnnxType.Int64, "batch", "n", FormHint.Length);
        string third = graph.Constant([2L], 1);
        string used = graph.Node("Slice", form, graph.Constant([1L], 1), graph.Constant([1L + (_references * FormHint.Columns)], 1), third);
        string references = graph.Node("Reshape", used, graph.Constant([0L, 0, _references, FormHint.Columns], 4));
        string[] embedded = [.. _columns.Select((column, table) => graph.Embedding(_tables[table], Column(graph, references, column)))];
        string dense = graph.Node("Relu", graph.Linear(_dense, graph.Concat(3, embedded)));
        string flat = graph.Node("Reshape", dense, graph.Constant([0L, 0, Units - PlaceUnits], 3));
        return graph.Concat(2, graph.Embedding(_place, graph.Column(form, 0)), flat);
    }

    // (b, n, r, columns) to (b, n, r)
    private static string Column(OnnxGraph graph, string references, long column) =>
        graph.Node("Gather", [references, graph.Constant([column])], new OnnxAttribute("axis", 3L));
}
