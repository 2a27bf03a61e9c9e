using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A recurrent melody model: embeddings of the last note, its place and the motif hint, LSTM layers, and four chained heads.
/// The heads see the hint's embeddings too, beside the LSTM's output, so that "play it again" is one short path.
/// Letters: b tunes, n steps, i inputs, h cells, w width of the hidden state.
/// </summary>
internal sealed class LstmModel : nn.Module, IMelodyModel
{
    private const int PitchUnits = 128, GapUnits = 32, DurationUnits = 48, PlaceUnits = 32, MeterUnits = 16, BarUnits = 8;
    private const int HintPitchUnits = 64, HintGapUnits = 16, HintDurationUnits = 32, HintLengthUnits = 16;
    private const int NoteUnits = PitchUnits + GapUnits + DurationUnits + PlaceUnits + MeterUnits + BarUnits;
    private const int HintUnits = HintPitchUnits + HintGapUnits + HintDurationUnits + HintLengthUnits;

    private readonly int _layers, _hidden;
    private readonly Embedding _pitch, _gap, _duration, _place, _meter, _bar;
    private readonly Embedding _hintPitch, _hintGap, _hintDuration, _hintLength;
    private readonly Dropout _dropout;
    private readonly LSTM _lstm;
    private readonly Linear _gapDense, _gapOut;
    private readonly Linear _pitchDense, _pitchOut, _durationDense, _durationOut, _velocityDense, _velocityOut;
    private readonly Embedding _pitchFromGap, _pitchFromPlace;
    private readonly Embedding _durationFromGap, _durationFromPitch, _durationFromPlace;
    private readonly Embedding _velocityFromPitch, _velocityFromDuration, _velocityFromPlace;

    public LstmModel(TrainConfig config)
        : base("lstm")
    {
        (_layers, _hidden) = (config.Layers, config.Hidden);
        _pitch = nn.Embedding(Vocabulary.Pitches + 1, PitchUnits);
        _gap = nn.Embedding(Vocabulary.Gaps + 1, GapUnits);
        _duration = nn.Embedding(Vocabulary.Durations + 1, DurationUnits);
        _place = nn.Embedding(Vocabulary.Places, PlaceUnits);
        _meter = nn.Embedding(Vocabulary.Meters, MeterUnits);
        _bar = nn.Embedding(Vocabulary.BarCycle, BarUnits);
        _hintPitch = nn.Embedding(Vocabulary.Pitches + 1, HintPitchUnits);
        _hintGap = nn.Embedding(Vocabulary.Gaps + 1, HintGapUnits);
        _hintDuration = nn.Embedding(Vocabulary.Durations + 1, HintDurationUnits);
        _hintLength = nn.Embedding(MotifHint.Lengths, HintLengthUnits);
        _dropout = nn.Dropout(config.Dropout);
        _lstm = nn.LSTM(NoteUnits + HintUnits, config.Hidden, config.Layers, batchFirst: true, dropout: config.Layers > 1 ? config.Dropout : 0);

        int width = config.Hidden + HintUnits, dense = config.Dense;
        (_gapDense, _gapOut) = (nn.Linear(width, dense / 2), nn.Linear(dense / 2, Vocabulary.Gaps));
        (_pitchDense, _pitchOut) = (nn.Linear(width, dense), nn.Linear(dense, Vocabulary.Pitches));
        (_pitchFromGap, _pitchFromPlace) = (Choice(Vocabulary.Gaps, dense), Choice(Vocabulary.Places, dense));
        (_durationDense, _durationOut) = (nn.Linear(width, dense), nn.Linear(dense, Vocabulary.Durations));
        (_durationFromGap, _durationFromPitch, _durationFromPlace) =
            (Choice(Vocabulary.Gaps, dense), Choice(Vocabulary.Pitches, dense), Choice(Vocabulary.Places, dense));
        (_velocityDense, _velocityOut) = (nn.Linear(width, dense / 2), nn.Linear(dense / 2, Vocabulary.Velocities));
        (_velocityFromPitch, _velocityFromDuration, _velocityFromPlace) =
            (Choice(Vocabulary.Pitches, dense / 2), Choice(Vocabulary.Durations, dense / 2), Choice(Vocabulary.Places, dense / 2));
        RegisterComponents();
    }

    public string Kind => "lstm";

    public IReadOnlyList<(string Name, long[] Shape)> Past => [("h", [_layers, _hidden]), ("c", [_layers, _hidden])];

    public (Tensor Hidden, Tensor Gap, Tensor[] Present) Step(Tensor note, Tensor place, Tensor hint, Tensor[] past)
    {
        var hinted = cat([
            _hintPitch.call(hint.select(2, 0)), _hintGap.call(hint.select(2, 1)),
            _hintDuration.call(hint.select(2, 2)), _hintLength.call(hint.select(2, 3))], 2);    // (b, n, hint units)
        var input = cat([
            _pitch.call(note.select(2, 0)), _gap.call(note.select(2, 1)), _duration.call(note.select(2, 2)),
            _place.call(place.select(2, 0)), _meter.call(place.select(2, 1)), _bar.call(place.select(2, 2)), hinted], 2);    // (b, n, i)
        (Tensor, Tensor)? state = past.Length == 0 ? null : (past[0].transpose(0, 1).contiguous(), past[1].transpose(0, 1).contiguous());
        var (output, h, c) = _lstm.call(_dropout.call(input), state);    // (b, n, h), (layers, b, h), (layers, b, h)
        var hidden = cat([_dropout.call(output), hinted], 2);    // (b, n, w)
        var gap = _gapOut.call(_gapDense.call(hidden).relu());    // (b, n, gaps)
        return (hidden, gap, [h.transpose(0, 1), c.transpose(0, 1)]);
    }

    public Tensor Pitch(Tensor hidden, Tensor gap, Tensor place) =>
        _pitchOut.call((_pitchDense.call(hidden) + _pitchFromGap.call(gap) + _pitchFromPlace.call(place)).relu());

    public Tensor Duration(Tensor hidden, Tensor gap, Tensor pitch, Tensor place) =>
        _durationOut.call((_durationDense.call(hidden) + _durationFromGap.call(gap) + _durationFromPitch.call(pitch) + _durationFromPlace.call(place)).relu());

    public Tensor Velocity(Tensor hidden, Tensor pitch, Tensor duration, Tensor place) =>
        _velocityOut.call((_velocityDense.call(hidden) + _velocityFromPitch.call(pitch) + _velocityFromDuration.call(duration)
            + _velocityFromPlace.call(place)).relu());

    public void WriteGraphs(string folder)
    {
        using var scope = NewDisposeScope();
        WriteStep(Path.Combine(folder, GraphFiles.Step));
        new HeadGraph(_pitchDense, _pitchOut).Choice("gap", _pitchFromGap).Choice("place", _pitchFromPlace)
            .Write(Path.Combine(folder, GraphFiles.Pitch));
        new HeadGraph(_durationDense, _durationOut).Choice("gap", _durationFromGap).Choice("pitch", _durationFromPitch).Choice("place", _durationFromPlace)
            .Write(Path.Combine(folder, GraphFiles.Duration));
        new HeadGraph(_velocityDense, _velocityOut).Choice("pitch", _velocityFromPitch).Choice("duration", _velocityFromDuration)
            .Choice("place", _velocityFromPlace).Write(Path.Combine(folder, GraphFiles.Velocity));
    }

    private void WriteStep(string path)
    {
        var graph = new OnnxGraph("step");
        string note = graph.Input("note", OnnxType.Int64, "batch", "n", 3);
        string place = graph.Input("place", OnnxType.Int64, "batch", "n", 3);
        string hint = graph.Input("hint", OnnxType.Int64, "batch", "n", 4);
        string pastH = graph.Input("past.h", OnnxType.Float, "batch", _layers, _hidden);
        string pastC = graph.Input("past.c", OnnxType.Float, "batch", _layers, _hidden);

        string hinted = graph.Concat(2,
            graph.Embedding(_hintPitch, graph.Column(hint, 0)), graph.Embedding(_hintGap, graph.Column(hint, 1)),
            graph.Embedding(_hintDuration, graph.Column(hint, 2)), graph.Embedding(_hintLength, graph.Column(hint, 3)));
        string input = graph.Concat(2,
            graph.Embedding(_pitch, graph.Column(note, 0)), graph.Embedding(_gap, graph.Column(note, 1)), graph.Embedding(_duration, graph.Column(note, 2)),
            graph.Embedding(_place, graph.Column(place, 0)), graph.Embedding(_meter, graph.Column(place, 1)), graph.Embedding(_bar, graph.Column(place, 2)),
            hinted);
        var (output, presentH, presentC) = LstmNodes.Add(graph, _lstm, _layers, _hidden, input, pastH, pastC);
        string hidden = graph.Output("hidden", OnnxType.Float, graph.Concat(2, output, hinted), "batch", "n", _hidden + HintUnits);
        string gap = graph.Linear(_gapOut, graph.Node("Relu", graph.Linear(_gapDense, hidden)));
        graph.Output("gap", OnnxType.Float, gap, "batch", "n", Vocabulary.Gaps);
        graph.Output("present.h", OnnxType.Float, presentH, "batch", _layers, _hidden);
        graph.Output("present.c", OnnxType.Float, presentC, "batch", _layers, _hidden);
        graph.Write(path);
    }

    // What is chosen already speaks softly at first.
    private static Embedding Choice(int classes, int units)
    {
        var embedding = nn.Embedding(classes, units);
        nn.init.normal_(embedding.weight!, 0, 0.1);
        return embedding;
    }
}
