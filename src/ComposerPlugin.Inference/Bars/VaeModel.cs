using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using Microsoft.ML.OnnxRuntime;

namespace ComposerPlugin.Inference;

/// <summary>
/// Kind <see cref="ModelType.Vae"/>: sees music in passages of whole bars. When an answer begins it encodes the first passage of the phrase that was heard
/// since the last answer, varies that latent a little, by the take's seed, and decodes; each further passage of the answer does the same with what was
/// heard, or played, as long before: so an answer has the form of the phrase. Or it varies phrases
/// that were captured, or decodes a latent that it is told. While it only listens it runs no graph.
/// </summary>
public sealed class VaeModel : MelodyModel
{
    // How far from the heard passage's latent an answer begins, in standard deviations of the prior, at a surprise of 1.
    private const float NoiseRoundPhrase = 0.4f;

    // Of a longer phrase an answer follows the last passages.
    private const int MostPassages = 4;

    private readonly RunOptions _options = new();
    private readonly RecurrentModel _decoder;
    private readonly PhraseEncoder _encoder;
    private readonly NoteEncoder _written = new(new MotifMemory(Capacities.NotesSinceMark));
    private readonly RecentNotes _recent = new();
    private readonly float[] _iois = new float[Vocabulary.Iois];
    private readonly float[] _told;
    private readonly int _bars;
    private AnswerStart _start;
    private bool _isAnswering;
    private bool _isTold;
    private Variation? _nextVariation;
    private Variation? _variation;
    private int _passage;
    private long _barLine;

    // Where the phrase since the last answer begins, now and at the mark; which notes are its own it knows by being asked for them.
    private long? _phrase;
    private long? _markedPhrase;
    private bool _wasAsked;

    // Where the passages that the answer follows begin, and how many there are before it begins to follow itself.
    private long _source;
    private int _period;

    // The gap that the piece counts, less the one from the passage's first bar line.
    private int _before;

    internal VaeModel(StyleSessions style, RecurrentShape shape)
    {
        _bars = style.File.WindowBars ?? 1;
        _told = new float[shape.Latent];
        _encoder = new(style, _options, shape.Latent);
        _decoder = new(style, shape);
        Reset();
    }

    /// <summary>How many numbers a latent has.</summary>
    public int LatentSize => _told.Length;

    /// <summary>How many bars a passage has.</summary>
    public int Bars => _bars;

    /// <summary>[worker] The latent of a passage of <see cref="Bars"/> bars; notes that begin later are not read.</summary>
    /// <param name="passage">The notes, from the bar line at tick 0 on.</param>
    /// <param name="mean">Where to write the mean: <see cref="LatentSize"/> numbers.</param>
    /// <param name="logVariance">Where to write the logarithm of the variance; as many.</param>
    public void Encode(Phrase passage, Span<float> mean, Span<float> logVariance)
    {
        _encoder.Start(passage.Meter, passage.Count > 0 ? passage[0].Onset % passage.Meter.BarTicks : 0);
        foreach (var note in passage.AsSpan())
        {
            if (note.Onset < _bars * passage.Meter.BarTicks)
                _encoder.Read(note.Onset, note.Duration, note.Pitch.Number);
        }
        _encoder.Run();
        _encoder.Mean.CopyTo(mean);
        _encoder.LogVariance.CopyTo(logVariance);
    }

    /// <summary>[worker] From the next answer on, decodes this latent, whatever is heard.</summary>
    public void Tell(ReadOnlySpan<float> latent)
    {
        latent.CopyTo(_told);
        _isTold = true;
    }

    /// <summary>[worker] From the next answer on, goes by what is heard again.</summary>
    public void Listen() => _isTold = false;

    /// <inheritdoc/>
    public override void Reset()
    {
        _recent.Clear();
        _isAnswering = _wasAsked = false;
        _phrase = null;
        _decoder.Latent.Clear();
        StartPassage(Meter.Common, 0);
    }

    /// <inheritdoc/>
    public override void BeginAnswer(in AnswerStart start)
    {
        (_start, _isAnswering, _passage) = (start, true, 0);
        (_variation, _nextVariation) = (_nextVariation, null);
        _barLine = _recent.Onset + start.Ioi - start.BarPosition;
        _before = start.Ioi - start.BarPosition;
        FollowPhrase(_recent.EndOfBar(_barLine, start.Meter));
        ChooseLatent();
        StartPassage(start.Meter, start.BarPosition);
    }

    /// <inheritdoc/>
    public override bool Vary(Variation variation)
    {
        _nextVariation = variation;
        return true;
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
        int left = (int)Math.Max(PassageTicks - _written.Onset, 0);
        return StaysInside(logits, left) ? logits : NextPassage(left);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> PitchLogits(int ioi, int barPosition)
    {
        _wasAsked = true;
        return _decoder.PitchLogits(OwnIoi(ioi), barPosition);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> DurationLogits(int ioi, int pitch, int barPosition) => _decoder.DurationLogits(OwnIoi(ioi), pitch, barPosition);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> VelocityLogits(int pitch, int duration, int barPosition) => _decoder.VelocityLogits(pitch, duration, barPosition);

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
        _options.Dispose();
    }

    private int OwnIoi(int ioi) => Math.Clamp(ioi - _before, 0, Vocabulary.ExactTicks);

    // The decoder reads what stands in its own passage only, as it has learnt: bars count from its beginning, and so does the key.
    private void StartPassage(Meter meter, int barPosition)
    {
        _written.Start(meter, 0, NoteEncoder.IsPickup(barPosition, meter));
        _decoder.Reset();
        _decoder.Advance(_written.Input);
    }

    private int PassageTicks => _bars * _start.Meter.BarTicks;

    private void FollowPhrase(long end)
    {
        _period = _phrase is { } onset ? (int)Math.Clamp((end - onset + _start.Meter.BarTicks - 1) / PassageTicks, 1, MostPassages) : MostPassages;
        _source = end - (_period * PassageTicks);
        _phrase = null;
    }

    private void ChooseLatent()
    {
        var latent = _decoder.Latent;
        _told.CopyTo(latent);
        if (_isTold)
            return;
        if (_variation is { } variation)
        {
            ChooseBetween(variation, latent);
            return;
        }
        float amount = _start.Surprise;    // that of the prior, when nothing was heard
        latent.Clear();
        if (!_recent.IsEmpty)
        {
            EncodeRecent(_passage < _period ? _source + (_passage * PassageTicks) : _barLine - (_period * PassageTicks));
            _encoder.Mean.CopyTo(latent);
            amount *= NoiseRoundPhrase;
        }
        Latents.AddNoise(latent, amount, _start.Seed, _start.Ordinal, _passage);
    }

    // On the arc between the phrases' passages, and away from it by the amount, in standard deviations of the prior.
    private void ChooseBetween(Variation variation, Span<float> latent)
    {
        EncodePassage(variation.From);
        _encoder.Mean.CopyTo(latent);
        if (variation.Morph > 0)
        {
            EncodePassage(variation.To);
            Latents.Interpolate(latent, _encoder.Mean, variation.Morph, latent);
        }
        Latents.AddNoise(latent, variation.Amount, _start.Seed, _start.Ordinal, _passage);
    }

    // A phrase shorter than the answer is gone through again.
    private void EncodePassage(PhraseNotes phrase)
    {
        var meter = phrase.Bars.Meter;
        int passage = _bars * meter.BarTicks;
        int passages = (phrase.BarsEnd + passage - 1) / passage;
        int begin = _passage % passages * passage;
        bool isFirst = true;
        foreach (var note in phrase.Notes)
        {
            if (note.Onset < begin || note.Onset >= begin + passage)
                continue;
            if (isFirst)
                _encoder.Start(meter, (note.Onset - begin) % meter.BarTicks);
            isFirst = false;
            _encoder.Read(note.Onset - begin, note.Duration, note.Pitch.Number);
        }
        if (isFirst)
            _encoder.Start(meter, 0);
        _encoder.Run();
    }

    private void EncodeRecent(long begin)
    {
        int count = _recent.CountFrom(begin), after = _recent.CountFrom(begin + PassageTicks);
        _encoder.Start(_start.Meter, count > after ? (int)((_recent.Last(count - 1).Onset - begin) % _start.Meter.BarTicks) : 0);
        for (int before = count - 1; before >= after; before--)
        {
            var note = _recent.Last(before);
            _encoder.Read((int)(note.Onset - begin), note.Duration, note.Pitch.Number);
        }
        _encoder.Run();
    }

    // Whether the next onset is likelier inside the passage than behind it, where the passage's end counts as behind.
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

    private ReadOnlySpan<float> NextPassage(int left)
    {
        _passage++;
        _barLine += PassageTicks;
        ChooseLatent();
        StartPassage(_start.Meter, 0);
        _before = left;
        var logits = _decoder.IoiLogits();
        // Nothing else is allowed unless nothing of this is.
        const float Unlikely = -60;
        _iois.AsSpan().Fill(Unlikely);
        for (int ioi = 0; ioi + left <= Vocabulary.ExactTicks; ioi++)
            _iois[ioi + left] = logits[ioi];
        return _iois;
    }
}
