using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Embeddings of a model's inputs at each step: the last note, its position in the bar, meter, bar and key, the motif hint, and what the
/// form memory knows. All but the note can be omitted (ablation). A model trained on several sources also reads a token of the source,
/// which is a constant in its graphs. Shapes: b tunes, n steps, i inputs.
/// </summary>
internal sealed class MelodyInputs : nn.Module
{
    private const int PitchUnits = 128, IoiUnits = 32, DurationUnits = 48;
    private const int PositionUnits = 32, MeterUnits = 16, BarUnits = 8, KeyUnits = 16, StyleUnits = 16;
    private const int HintPitchUnits = 64, HintIoiUnits = 16, HintDurationUnits = 32, HintLengthUnits = 16;

    private readonly Embedding _pitch, _gap, _duration;
    private readonly Embedding? _place, _meter, _bar, _key, _style;
    private readonly int _token;
    private readonly Embedding? _hintPitch, _hintGap, _hintDuration, _hintLength;
    private readonly FormInputs? _form;

    public MelodyInputs(TrainConfig config)
        : base("inputs")
    {
        _pitch = nn.Embedding(Vocabulary.Pitches + 1, PitchUnits);
        _gap = nn.Embedding(Vocabulary.Iois + 1, IoiUnits);
        _duration = nn.Embedding(Vocabulary.Durations + 1, DurationUnits);
        Units = PitchUnits + IoiUnits + DurationUnits;
        if (config.Places)
        {
            _place = nn.Embedding(Vocabulary.BarPositions, PositionUnits);
            _meter = nn.Embedding(Vocabulary.Meters, MeterUnits);
            _bar = nn.Embedding(Vocabulary.BarCycle, BarUnits);
            Units += PositionUnits + MeterUnits + BarUnits;
        }
        if (config.Key)
        {
            _key = nn.Embedding(KeyTracker.Keys, KeyUnits);
            Units += KeyUnits;
        }
        if (config.Styles.Count > 0)
        {
            _style = nn.Embedding(config.Styles.Count + 1, StyleUnits);
            _token = config.TokenOf(config.Style);
            Units += StyleUnits;
        }
        if (config.Hint)
        {
            _hintPitch = nn.Embedding(Vocabulary.Pitches + 1, HintPitchUnits);
            _hintGap = nn.Embedding(Vocabulary.Iois + 1, HintIoiUnits);
            _hintDuration = nn.Embedding(Vocabulary.Durations + 1, HintDurationUnits);
            _hintLength = nn.Embedding(MotifHint.Lengths, HintLengthUnits);
            HintUnits = HintPitchUnits + HintIoiUnits + HintDurationUnits + HintLengthUnits;
            Units += HintUnits;
        }
        if (config.Form)
        {
            _form = new(config);
            HintUnits += _form.Units;
            Units += _form.Units;
        }
        RegisterComponents();
    }

    /// <summary>Inputs of each step, i; those of hint and form are last.</summary>
    public int Units { get; }

    /// <summary>Inputs of hint and form; 0 if both are omitted.</summary>
    public int HintUnits { get; }

    /// <summary>Whether what the form memory knows is among the inputs.</summary>
    public bool HasForm => _form is not null;

    /// <summary>All embeddings concatenated, (b, n, i), and those of hint and form alone, or null.</summary>
    public (Tensor All, Tensor? Hint) Embed(StepInputs inputs)
    {
        var (note, barPosition, hint, form) = inputs;
        List<Tensor> parts = [_pitch.call(note.select(2, 0)), _gap.call(note.select(2, 1)), _duration.call(note.select(2, 2))];
        if (_place is not null)
        {
            parts.AddRange(
                [_place.call(barPosition.select(2, 0)), _meter!.call(barPosition.select(2, 1)), _bar!.call(barPosition.select(2, 2))]);
        }
        if (_key is not null)
            parts.Add(_key.call(barPosition.select(2, 3)));
        if (_style is not null)
            parts.Add(_style.call(Token(barPosition)));
        List<Tensor> hints = [];
        if (_hintPitch is not null)
        {
            hints.AddRange([
                _hintPitch.call(hint.select(2, 0)), _hintGap!.call(hint.select(2, 1)),
                _hintDuration!.call(hint.select(2, 2)), _hintLength!.call(hint.select(2, 3))]);
        }
        if (_form is not null)
            hints.Add(_form.Embed(form!));
        if (hints.Count == 0)
            return (cat(parts, 2), null);
        var hinted = cat(hints, 2);
        return (cat([.. parts, hinted], 2), hinted);
    }

    /// <summary>The same as nodes; it adds the graph's inputs <c>note</c>, <c>place</c>, <c>hint</c> and, if read, <c>form</c>.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="withHint">Whether the graph has the input <c>hint</c>; optional if the hint is omitted.</param>
    public (string All, string? Hint) Embed(OnnxGraph graph, bool withHint = true)
    {
        string note = graph.Input(GraphPorts.Note, OnnxType.Int64, "batch", "n", Column.NoteColumns);
        string barPosition = graph.Input(GraphPorts.BarPosition, OnnxType.Int64, "batch", "n", Column.BarPositionColumns);
        string hint = withHint ? graph.Input(GraphPorts.Hint, OnnxType.Int64, "batch", "n", Column.HintColumns) : "";
        List<string> parts =
        [
            graph.Embedding(_pitch, graph.Column(note, 0)),
            graph.Embedding(_gap, graph.Column(note, 1)),
            graph.Embedding(_duration, graph.Column(note, 2)),
        ];
        if (_place is not null)
        {
            parts.AddRange(
            [
                graph.Embedding(_place, graph.Column(barPosition, 0)),
                graph.Embedding(_meter!, graph.Column(barPosition, 1)),
                graph.Embedding(_bar!, graph.Column(barPosition, 2)),
            ]);
        }
        if (_key is not null)
            parts.Add(graph.Embedding(_key, graph.Column(barPosition, 3)));
        if (_style is not null)
            parts.Add(graph.Embedding(_style, Token(graph, barPosition)));
        List<string> hints = [];
        if (_hintPitch is not null)
        {
            hints.AddRange([
                graph.Embedding(_hintPitch, graph.Column(hint, 0)), graph.Embedding(_hintGap!, graph.Column(hint, 1)),
                graph.Embedding(_hintDuration!, graph.Column(hint, 2)), graph.Embedding(_hintLength!, graph.Column(hint, 3))]);
        }
        if (_form is not null)
            hints.Add(_form.Embed(graph));
        if (hints.Count == 0)
            return (graph.Concat(2, [.. parts]), null);
        string hinted = graph.Concat(2, [.. hints]);
        return (graph.Concat(2, [.. parts, hinted]), hinted);
    }

    // The token in the fifth column, else the configured one at every step: (b, n).
    private Tensor Token(Tensor barPosition) => barPosition.shape[2] > Column.BarPositionColumns
        ? barPosition.select(2, Column.BarPositionColumns)
        : full_like(barPosition.select(2, 0), _token);

    // The configured token at every step: (b, n).
    private string Token(OnnxGraph graph, string barPosition) =>
        graph.Node("Add", graph.Node("Mul", graph.Column(barPosition, 0), graph.Constant([0L])), graph.Constant([(long)_token]));
}
