using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Scores a variational style on segments: the likelihood of the notes given the segment's own latent, and the cost of the latents.
/// </summary>
internal sealed class LatentScore
{
    // A latent dimension is active if its mean varies more than this between segments (Burda et al., 2016).
    private const double ActiveVariance = 0.01;

    private readonly List<StyleScore> _scores = [];
    private readonly List<float[]> _means = [];
    private double _nats;

    /// <summary>
    /// Bits per note. With the cost of the latents, the total is the negative evidence lower bound: an upper bound of the true bits.
    /// </summary>
    public BitsPerNote Bits
    {
        get
        {
            long notes = _scores.Sum(score => score.Bits.Notes);
            double Mean(Func<BitsPerNote, double> part) =>
                _scores.Sum(score => part(score.Bits) * score.Bits.Notes) / Math.Max(1, notes);
            return new(Mean(bits => bits.Timing), Mean(bits => bits.Pitch), Mean(bits => bits.Duration), Mean(bits => bits.Velocity), notes)
            {
                Latent = _nats / Math.Log(2) / Math.Max(1, notes),
            };
        }
    }

    /// <summary>The share of notes whose IOI, pitch and duration are all the likeliest, given the latent and the notes before.</summary>
    public double Accuracy { get; private set; }

    /// <summary>The mean divergence of a segment's latent from the prior, in nats.</summary>
    public double NatsPerSegment => _nats / Math.Max(1, Segments);

    /// <summary>The number of active latent dimensions; 0 if the posterior has collapsed.</summary>
    public int ActiveDimensions =>
        _means.Count == 0 ? 0 : Enumerable.Range(0, _means[0].Length).Count(i => Variance(i) > ActiveVariance);

    /// <summary>The number of segments scored.</summary>
    public int Segments => _scores.Count;

    /// <summary>Scores the segments of tunes with the graphs of a style. Latents are drawn from the posterior with a fixed seed.</summary>
    /// <param name="onnx">The graphs.</param>
    /// <param name="tunes">The tunes.</param>
    /// <param name="bars">Bars of a segment.</param>
    public static LatentScore Measure(OnnxMelody onnx, IEnumerable<Phrase> tunes, int bars)
    {
        var (score, reader, random) = (new LatentScore(), new TuneReader(), new Random(1));
        double right = 0;
        foreach (var segment in tunes.SelectMany(tune => BarWindows.Cut(tune, bars)))
        {
            var rows = new StepRows(segment, reader);
            var (means, logVariances) = onnx.Encode(
                StyleScore.Columns(rows, Column.Pitch, Column.NoteColumns),
                StyleScore.Columns(rows, Column.BarPosition, Column.BarPositionColumns), 1);
            var posterior = means.Zip(logVariances).ToArray();
            onnx.Latent = [.. posterior.Select(value => value.First + (float)(Math.Exp(value.Second / 2) * Normal(random)))];
            var segmentScore = StyleScore.Measure(onnx, [segment]);
            score._scores.Add(segmentScore);
            score._means.Add(means);
            score._nats += posterior
                .Sum(value => (Math.Exp(value.Second) + (value.First * (double)value.First) - 1 - value.Second) / 2);
            right += NoteAccuracy.Compute(segmentScore.Timing, segmentScore.Pitch, segmentScore.Duration) * segmentScore.Bits.Notes;
        }
        onnx.Latent = null;
        score.Accuracy = right / Math.Max(1, score.Bits.Notes);
        return score;
    }

    /// <summary>A sample of the standard normal distribution (Box and Muller).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private double Variance(int dimension)
    {
        double mean = _means.Average(latent => (double)latent[dimension]);
        return _means.Average(latent => (latent[dimension] - mean) * (latent[dimension] - mean));
    }
}
