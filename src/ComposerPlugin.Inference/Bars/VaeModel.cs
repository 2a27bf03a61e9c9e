using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>
/// Type <see cref="ModelType.Vae"/>: models segments of whole bars. When an answer starts, it encodes the first segment of the phrase
/// heard since the last answer, adds noise to the latent by the take's seed, and decodes it. Each further segment of the answer does the
/// same with the segment one phrase length earlier, so that the answer has the form of the phrase. It can also vary captured phrases, or
/// decode a given latent. While it listens it runs no graph; <see cref="Reset"/> runs the decoder once.
/// </summary>
public sealed class VaeModel : MelodyModel
{
    // The noise added to a heard segment's latent at a Surprise of 1, in standard deviations of the prior.
    private const float PhraseNoise = 0.4f;

    // An answer follows at most this many segments, the last of a longer phrase.
    private const int MaxSegments = 4;

    private readonly TimedRuns _runs;
    private readonly RecurrentModel _decoder;
    private readonly PhraseEncoder _encoder;
    private readonly NoteEncoder _written = new(new MotifMemory(Capacities.NotesSinceMark));
    private readonly RecentNotes _recent = new();
    private readonly float[] _iois = new float[Vocabulary.Iois];
    private readonly float[] _givenLatent;
    private readonly int _bars;
    private AnswerStart _start;
    private bool _isAnswering;
    private bool _hasGivenLatent;
    private Variation? _nextVariation;
    private Variation? _variation;
    private int _segment;
    private long _barLine;

    // The onset of the first note heard since the last answer, now and at the mark. A note is the model's own if its pitch logits were
    // requested or it was given.
    private long? _phrase;
    private long? _markedPhrase;
    private bool _wasAsked;

    // The tick of the first segment that the answer follows, and the number of segments after which it follows itself.
    private long _source;
    private int _period;

    // Ticks to subtract from the IOI of the segment's first note, so that it counts from the segment's first bar line.
    private int _before;

    internal VaeModel(StyleSessions style, RecurrentShape shape)
    {
        _bars = style.File.WindowBars ?? 1;
        _givenLatent = new float[shape.Latent];
        _runs = style.NewRuns();
        _encoder = new(style, _runs, shape.Latent);
        _decoder = new(style, shape);
        Reset();
    }

    /// <summary>The number of latent dimensions.</summary>
    public int LatentSize => _givenLatent.Length;

    /// <inheritdoc/>
    public override bool PredictsPlayer => false;

    /// <summary>The number of bars in a segment.</summary>
    public int Bars => _bars;

    /// <summary>[worker] Encodes a segment of <see cref="Bars"/> bars; notes with later onsets are ignored.</summary>
    /// <param name="segment">The notes, from the bar line at tick 0.</param>
    /// <param name="mean">Output, the mean of the latent, [<see cref="LatentSize"/>].</param>
    /// <param name="logVariance">Output, the logarithm of its variance, [<see cref="LatentSize"/>].</param>
    public void Encode(Phrase segment, Span<float> mean, Span<float> logVariance)
    {
        _encoder.Start(segment.Meter, segment.Count > 0 ? segment[0].Onset % segment.Meter.BarTicks : 0);
        foreach (var note in segment.AsSpan())
        {
            if (note.Onset < _bars * segment.Meter.BarTicks)
                _encoder.Read(note.Onset, note.Duration, note.Pitch.Number);
        }
        _encoder.Run();
        _encoder.Mean.CopyTo(mean);
        _encoder.LogVariance.CopyTo(logVariance);
    }

    /// <summary>[worker] Makes the following answers decode this latent, [<see cref="LatentSize"/>], instead of the heard phrase.</summary>
    public void SetLatent(ReadOnlySpan<float> latent)
    {
        latent.CopyTo(_givenLatent);
        _hasGivenLatent = true;
    }

    /// <summary>[worker] Makes the following answers follow the heard phrase again.</summary>
    public void ClearLatent() => _hasGivenLatent = false;

    /// <inheritdoc/>
    public override void Reset()
    {
        _recent.Clear();
        _isAnswering = _wasAsked = false;
        _phrase = null;
        _decoder.Latent.Clear();
        StartSegment(Meter.Common, 0);
    }

    /// <inheritdoc/>
    public override void BeginAnswer(in AnswerStart start)
    {
        (_start, _isAnswering, _segment) = (start, true, 0);
        (_variation, _nextVariation) = (_nextVariation, null);
        _barLine = _recent.Onset + start.Ioi - start.BarPosition;
        _before = start.Ioi - start.BarPosition;
        FollowPhrase(_recent.EndOfBar(_barLine, start.Meter));
        ChooseLatent();
        StartSegment(start.Meter, start.BarPosition);
    }

    /// <inheritdoc/>
    public override bool Vary(Variation variation)
    {
        _nextVariation = variation;
        return true;
    }

    /// <inheritdoc/>
    public override void GiveIoi(int ioi)
    {
        _wasAsked = true;
        while (_isAnswering && ioi >= TicksLeft)
            BeginNextSegment(TicksLeft);
    }

    /// <inheritdoc/>
    public override void Advance(in StepInput input)
    {
        _recent.Read(input);
        if (!_wasAsked && input.Ioi != Vocabulary.Wait)
            _phrase ??= _recent.Onset;
        _wasAsked = false;
        if (!_isAnswering)
            return;
        _written.Push(input.Ioi == Vocabulary.Wait ? NoteStep.Wait : new(OwnIoi(input.Ioi), input.Pitch, input.Duration, 0));
        _before = 0;
        _decoder.Advance(_written.Input);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> IoiLogits()
    {
        var logits = _decoder.IoiLogits();
        if (!_isAnswering)
            return logits;
        int left = (int)Math.Max(SegmentTicks - _written.Onset, 0);
        return StaysInside(logits, left) ? logits : NextSegment(left);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition)
    {
        _wasAsked = true;
        return _decoder.PitchLogits(OwnIoi(ioi), barPosition);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition) =>
        _decoder.DurationLogits(OwnIoi(ioi), pitch, barPosition);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) =>
        _decoder.VelocityLogits(pitch, duration, barPosition);

    /// <inheritdoc/>
    public override void Mark()
    {
        _recent.Mark();
        _markedPhrase = _phrase;
    }

    /// <inheritdoc/>
    public override void Return()
    {
        _recent.Return();
        _phrase = _markedPhrase;
        _isAnswering = _wasAsked = false;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _decoder.Dispose();
        _encoder.Dispose();
        _runs.Dispose();
    }

    private int OwnIoi(int ioi) => Math.Clamp(ioi - _before, 0, Vocabulary.ExactTicks);

    // As in training, the decoder reads its own segment only: bar numbers and key start with it.
    private void StartSegment(Meter meter, int barPosition)
    {
        _written.Start(meter, 0, NoteEncoder.IsPickup(barPosition, meter));
        _decoder.Reset();
        _decoder.Advance(_written.Input);
    }

    private int SegmentTicks => _bars * _start.Meter.BarTicks;

    // From the last note that was read to the end of the segment.
    private int TicksLeft => (int)Math.Max(_before + SegmentTicks - _written.Onset, 0);

    private void FollowPhrase(long end)
    {
        _period = _phrase is { } onset
            ? (int)Math.Clamp((end - onset + _start.Meter.BarTicks - 1) / SegmentTicks, 1, MaxSegments)
            : MaxSegments;
        _source = end - (_period * SegmentTicks);
        _phrase = null;
    }

    private void ChooseLatent()
    {
        var latent = _decoder.Latent;
        _givenLatent.CopyTo(latent);
        if (_hasGivenLatent)
            return;
        if (_variation is { } variation)
        {
            ChooseBetween(variation, latent);
            return;
        }
        float amount = _start.Surprise;    // a sample of the prior if nothing was heard
        latent.Clear();
        if (!_recent.IsEmpty)
        {
            EncodeRecent(_segment < _period ? _source + (_segment * SegmentTicks) : _barLine - (_period * SegmentTicks));
            _encoder.Mean.CopyTo(latent);
            amount *= PhraseNoise;
        }
        Latents.AddNoise(latent, amount, _start.Seed, _start.Ordinal, _segment);
    }

    // A point on the interpolation path between the phrases' segments, plus noise: the amount in standard deviations of the prior.
    private void ChooseBetween(Variation variation, Span<float> latent)
    {
        EncodeSegment(variation.From, variation.Shift);
        _encoder.Mean.CopyTo(latent);
        if (variation.Morph > 0)
        {
            EncodeSegment(variation.To, variation.Shift);
            Latents.Interpolate(latent, _encoder.Mean, variation.Morph, latent);
        }
        Latents.AddNoise(latent, variation.Amount, _start.Seed, _start.Ordinal, _segment);
    }

    // A phrase shorter than the answer is repeated.
    private void EncodeSegment(PhraseNotes phrase, int shift)
    {
        var meter = phrase.Bars.Meter;
        int segment = _bars * meter.BarTicks;
        int segments = (phrase.BarsEnd + segment - 1) / segment;
        int begin = _segment % segments * segment;
        bool isFirst = true;
        foreach (var note in phrase.Notes)
        {
            if (note.Onset < begin || note.Onset >= begin + segment)
                continue;
            if (isFirst)
                _encoder.Start(meter, (note.Onset - begin) % meter.BarTicks);
            isFirst = false;
            _encoder.Read(note.Onset - begin, note.Duration, note.Pitch.TransposeInside(shift).Number);
        }
        if (isFirst)
            _encoder.Start(meter, 0);
        _encoder.Run();
    }

    private void EncodeRecent(long begin)
    {
        int count = _recent.CountFrom(begin), after = _recent.CountFrom(begin + SegmentTicks);
        _encoder.Start(_start.Meter, count > after ? (int)((_recent.Last(count - 1).Onset - begin) % _start.Meter.BarTicks) : 0);
        for (int before = count - 1; before >= after; before--)
        {
            var note = _recent.Last(before);
            _encoder.Read((int)(note.Onset - begin), note.Duration, note.Pitch.Number);
        }
        _encoder.Run();
    }

    // Whether the next onset is more likely inside the segment than after it. An End step counts as after it; a Wait step is ignored.
    private static bool StaysInside(ReadOnlySpan<float> logits, int left)
    {
        float highest = float.NegativeInfinity;
        foreach (float logit in logits)
            highest = Math.Max(highest, logit);
        double inside = 0, all = 0;
        for (int ioi = 0; ioi < logits.Length; ioi++)
        {
            double weight = ioi == Vocabulary.Wait ? 0 : Math.Exp(logits[ioi] - highest);
            all += weight;
            inside += ioi < left ? weight : 0;
        }
        return inside > all / 2;
    }

    private void BeginNextSegment(int left)
    {
        _segment++;
        _barLine += SegmentTicks;
        ChooseLatent();
        StartSegment(_start.Meter, 0);
        _before = left;
    }

    private ReadOnlySpan<float> NextSegment(int left)
    {
        BeginNextSegment(left);
        var logits = _decoder.IoiLogits();
        // Other IOIs stay possible in case constraints exclude all of these.
        const float Unlikely = -60;
        _iois.AsSpan().Fill(Unlikely);
        for (int ioi = 0; ioi + left <= Vocabulary.ExactTicks; ioi++)
            _iois[ioi + left] = logits[ioi];
        return _iois;
    }
}
