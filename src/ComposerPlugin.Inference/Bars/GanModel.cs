using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Type <see cref="ModelType.Gan"/>: generates an answer bar by bar, each bar from noise, the previous bar and a chord. The chords are
/// those of the last four bars heard, so that the answer follows the harmony of the phrase. The generator is trained in C major and A
/// minor only: input is transposed to that key and its bars are transposed back. The logits peak at the planned notes and fall off with
/// distance, so that the sampler picks the nearest allowed class where a constraint excludes the planned one. Without a plan all logits
/// are equal.
/// </summary>
public sealed class GanModel : MelodyModel
{
    // The drop of the logits per class away from the planned one, in nats.
    private const float Steepness = 8;
    private const int MaxPlanned = 64;
    private const int MaxSilentBars = 4;
    private const int ChordBars = 4;

    // The number of further candidates for a bar at a density of -1 or 1, of which the one with the fewest or the most notes is used.
    private const int DensityBars = 4;

    private readonly InferenceSession _session;
    private readonly TimedRuns _runs;
    private readonly OrtIoBinding _binding;
    private readonly BoundTensor<float> _noise;
    private readonly BoundTensor<float> _previous = new(1, BarRoll.Steps, BarRoll.Width);
    private readonly BoundTensor<float> _chord = new(1, BarRoll.Chords);
    private readonly BoundTensor<float> _inside = new(1, BarRoll.Steps);
    private readonly BoundTensor<float> _roll = new(1, BarRoll.Steps, BarRoll.Width);
    private readonly BarRoll _bar = new();
    private readonly int[] _chords = new int[ChordBars];
    private readonly RecentNotes _recent = new();

    // The planned notes of the current bar, on the clock of _recent.
    private readonly Planned[] _plan = new Planned[MaxPlanned];
    private readonly float[] _logits = new float[Math.Max(Vocabulary.Iois, Vocabulary.Durations)];
    private readonly int _velocity;
    private AnswerStart _start;
    private bool _isAnswering;
    private bool _isFirst;

    // Whether IOIs are given: the last planned note of a bar then counts until its end.
    private bool _isGiven;
    private int _count;
    private int _bars;

    // The key class of the last step, and at the mark.
    private int _key;
    private int _markedKey;

    // Semitones from the key of the music to that of the generator.
    private int _transposition;
    private long _barLine;

    internal GanModel(StyleSessions style)
    {
        _session = style.Session(GraphRole.Bar);
        _runs = style.NewRuns();
        _noise = new(1, GanShape.Noise(style));
        _velocity = Vocabulary.VelocityClass((byte)Math.Round(style.File.MeanVelocity));
        _binding = _session.CreateIoBinding();
        _binding.BindInput(GraphPorts.Noise, _noise.Value);
        _binding.BindInput(GraphPorts.Previous, _previous.Value);
        _binding.BindInput(GraphPorts.Chord, _chord.Value);
        _binding.BindInput(GraphPorts.Inside, _inside.Value);
        _binding.BindOutput(GraphPorts.Roll, _roll.Value);
    }

    /// <inheritdoc/>
    public override bool HasProbabilities => false;

    /// <inheritdoc/>
    public override bool PredictsPlayer => false;

    /// <inheritdoc/>
    public override void Reset()
    {
        _recent.Clear();
        _key = 0;
        _isAnswering = false;
    }

    /// <inheritdoc/>
    public override void BeginAnswer(in AnswerStart start)
    {
        _start = start;
        _isAnswering = BarRoll.StepsOf(start.Meter) > 0;
        if (!_isAnswering)
            return;
        (_isFirst, _isGiven) = (true, false);
        _transposition = KeyTracker.ToWhiteKeys(_key);
        (_count, _bars) = (0, 0);
        _barLine = _recent.Onset + start.Ioi - start.BarPosition;
        ReadContext();
        PlanBar();
    }

    /// <inheritdoc/>
    public override void GiveIoi(int ioi)
    {
        _isGiven = true;
        while (_isAnswering && _recent.Onset + ioi >= _barLine + _start.Meter.BarTicks)
            PlanBar();
    }

    /// <inheritdoc/>
    public override void Advance(in StepInput input)
    {
        _recent.Read(input);
        _key = input.Key;
        _isFirst = false;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> IoiLogits()
    {
        if (!_isAnswering)
            return Uniform(Vocabulary.Iois);
        int next = Next();
        for (int silent = 0; next == _count && silent < MaxSilentBars; silent++)
        {
            PlanBar();
            next = Next();
        }
        if (next == _count)
            return Uniform(Vocabulary.Iois);
        return Peak(Vocabulary.Iois, (int)Math.Min(_plan[next].Onset - _recent.Onset, Vocabulary.ExactTicks));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition)
    {
        if (!TryPlanned(ioi, out var note))
            return Uniform(Vocabulary.Pitches);
        // Fallbacks for an excluded pitch: the most likely other pitch of the step, then the nearest pitch.
        var sounds = _roll.Values.Slice((note.Step * BarRoll.Width) + Pitch.Count, Pitch.Count);
        for (int pitch = 0; pitch < Vocabulary.Pitches; pitch++)
        {
            int transposed = pitch + _transposition;
            float probability = transposed is >= 0 and < Pitch.Count ? sounds[transposed] : 0;
            float distance = pitch == note.Pitch ? 3 * Steepness : -Math.Abs(pitch - note.Pitch);
            _logits[pitch] = MathF.Log(MathF.Max(probability, 1e-6f)) + distance;
        }
        return _logits.AsSpan(0, Vocabulary.Pitches);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition)
    {
        if (!TryPlanned(ioi, out var note))
            return Uniform(Vocabulary.Durations);
        long onset = _recent.Onset + ioi;
        return Peak(Vocabulary.Durations, Vocabulary.DurationClass((int)Math.Max(note.End - onset, 1)));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) =>
        Peak(Vocabulary.Velocities, Math.Min(_velocity + (barPosition == 0 ? 1 : 0), Vocabulary.Velocities - 1));

    /// <inheritdoc/>
    public override void Mark()
    {
        _recent.Mark();
        _markedKey = _key;
    }

    /// <inheritdoc/>
    public override void Return()
    {
        _recent.Return();
        _key = _markedKey;
        _isAnswering = false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        IDisposable[] parts = [_binding, _noise, _previous, _chord, _inside, _roll, _runs];
        foreach (var part in parts)
            part.Dispose();
    }

    // The index of the next planned note. The onset of an answer's first note is given, so it may use a planned note that is already
    // sounding.
    private int Next()
    {
        int next = 0;
        long first = _isFirst ? _recent.Onset + _start.Ioi : _recent.Onset + 1;
        while (next < _count && (_isFirst ? _plan[next].End <= first : _plan[next].Onset < first))
            next++;
        return next;
    }

    // Finds the planned note at this IOI, or the last one before it: the grid may have moved the onset.
    private bool TryPlanned(int ioi, out Planned note)
    {
        int next = _isAnswering ? Next() : _count;
        long onset = _recent.Onset + ioi;
        if (next == _count && _isGiven && _count > 0)
            next--;
        while (next + 1 < _count && _plan[next + 1].Onset <= onset)
            next++;
        note = _isAnswering && next < _count ? _plan[next] : default;
        return _isAnswering && next < _count;
    }

    private ReadOnlySpan<float> Uniform(int classes)
    {
        _logits.AsSpan(0, classes).Clear();
        return _logits.AsSpan(0, classes);
    }

    private ReadOnlySpan<float> Peak(int classes, int planned)
    {
        const int MaxDistance = 64;
        for (int i = 0; i < classes; i++)
            _logits[i] = -Steepness * Math.Min(Math.Abs(i - planned), MaxDistance);
        return _logits.AsSpan(0, classes);
    }

    // Reads the last four bars up to the answer or the last note: their chords, and the last one as the previous bar.
    private void ReadContext()
    {
        Array.Clear(_chords);
        long end = _recent.IsEmpty ? _barLine : Math.Min(_recent.EndOfBar(_barLine, _start.Meter), _barLine);
        int bar = _start.Meter.BarTicks;
        for (int before = ChordBars; before > 0; before--)
        {
            Write(end - (before * bar));
            _chords[ChordBars - before] = _bar.Chord();
        }
        _bar.Write(_previous.Values);
    }

    private void Write(long barLine)
    {
        _bar.Clear(BarRoll.StepsOf(_start.Meter));
        for (int before = _recent.CountFrom(barLine - _start.Meter.BarTicks) - 1; before >= 0; before--)
        {
            var note = _recent.Last(before);
            _bar.Add(note.Onset - barLine, note.Duration, note.Pitch.Number + _transposition);
        }
    }

    private void PlanBar()
    {
        if (_bars > 0)
        {
            // The previous bar is the planned one, even if constraints changed some of its notes.
            _bar.Write(_previous.Values);
            _barLine += _start.Meter.BarTicks;
        }
        _chord.Values.Clear();
        _chord.Values[_chords[_bars % ChordBars]] = 1;
        _inside.Values.Clear();
        _inside.Values[..BarRoll.StepsOf(_start.Meter)].Fill(1);
        int before = _bar.Length > 0 ? _bar.PitchAt(_bar.Length - 1) : -1;
        int further = (int)MathF.Round(DensityBars * MathF.Abs(_start.Density)), best = 0, highest = int.MinValue;
        for (int draw = 0; draw <= further; draw++)
        {
            DrawBar(draw, before);
            int score = _start.Density < 0 ? -_bar.Onsets : _bar.Onsets;
            if (score > highest)
                (best, highest) = (draw, score);
        }
        if (best != further)
            DrawBar(best, before);
        _bars++;
        Plan();
    }

    private void DrawBar(int draw, int before)
    {
        const int FurtherDraws = 1 << 16;
        _noise.Values.Clear();
        Latents.AddNoise(_noise.Values, MathF.Min(_start.Surprise, 2), _start.Seed, _start.Ordinal, _bars + (draw * FurtherDraws));
        _runs.Run(_session, _binding);
        _bar.Read(_roll.Values, BarRoll.StepsOf(_start.Meter), before, _start.Density);
    }

    private void Plan()
    {
        _count = 0;
        for (int step = 0; step < _bar.Length; step++)
        {
            long onset = _barLine + (step * BarRoll.StepTicks);
            if (_bar.PitchAt(step) < 0)
                continue;
            int pitch = Math.Clamp(_bar.PitchAt(step) - _transposition, 0, Pitch.Count - 1);
            if (_bar.BeginsAt(step))
                _plan[_count++] = new(onset, onset + BarRoll.StepTicks, pitch, step);
            else if (_count > 0)
                _plan[_count - 1] = _plan[_count - 1] with { End = onset + BarRoll.StepTicks };
        }
    }

    private readonly record struct Planned(long Onset, long End, int Pitch, int Step);
}
