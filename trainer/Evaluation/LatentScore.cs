using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How well a variational style foretells passages that it is first shown, what its latents cost, and how well it plays them again.</summary>
internal sealed class LatentScore
{
    // A number of a latent is in use where its mean varies more than this from passage to passage (Burda and others, 2016).
    private const double ActiveVariance = 0.01;

    private readonly List<StyleScore> _scores = [];
    private readonly List<float[]> _means = [];
    private double _nats;

    /// <summary>
    /// Bits per note. With what the latents cost the total is the evidence lower bound with its sign turned: an upper bound of what the style needs.
    /// </summary>
    public BitsPerNote Bits
    {
        get
        {
            long notes = _scores.Sum(score => score.Bits.Notes);
            double Mean(Func<BitsPerNote, double> part) => _scores.Sum(score => part(score.Bits) * score.Bits.Notes) / Math.Max(1, notes);
            return new(Mean(bits => bits.Timing), Mean(bits => bits.Pitch), Mean(bits => bits.Duration), Mean(bits => bits.Velocity), notes)
            {
                Latent = _nats / Math.Log(2) / Math.Max(1, notes),
            };
        }
    }

    /// <summary>The share of notes whose gap, pitch and duration were all the likeliest, given the latent and the notes before.</summary>
    public double Accuracy { get; private set; }

    /// <summary>The divergence of a passage's latent from the prior, in nats.</summary>
    public double NatsPerSegment => _nats / Math.Max(1, Segments);

    /// <summary>How many numbers of the latent tell something; where the posterior has collapsed, none.</summary>
    public int ActiveDimensions => _means.Count == 0 ? 0 : Enumerable.Range(0, _means[0].Length).Count(i => Variance(i) > ActiveVariance);

    /// <summary>How many passages were scored.</summary>
    public int Segments => _scores.Count;

    /// <summary>Scores the passages of tunes with the graphs of a style.</summary>
    /// <param name="onnx">The graphs.</param>
    /// <param name="tunes">The tunes.</param>
    /// <param name="bars">Bars of a passage.</param>
    public static LatentScore Measure(OnnxMelody onnx, IEnumerable<Phrase> tunes, int bars)
    {
        var (score, reader, random) = (new LatentScore(), new TuneReader(), new Random(1));
        double right = 0;
        foreach (var passage in tunes.SelectMany(tune => BarWindows.Cut(tune, bars)))
        {
            var rows = new StepRows(passage, reader);
            var (mean, logVariance) = onnx.Encode(StyleScore.Columns(rows, Column.Pitch, Column.NoteColumns), StyleScore.Columns(rows, Column.BarPosition, Column.BarPositionColumns), 1);
            onnx.Latent = [.. mean.Zip(logVariance, (middle, spread) => middle + (float)(Math.Exp(spread / 2) * Normal(random)))];
            var one = StyleScore.Measure(onnx, [passage]);
            score._scores.Add(one);
            score._means.Add(mean);
            score._nats += mean.Zip(logVariance, (middle, spread) => (Math.Exp(spread) + (middle * (double)middle) - 1 - spread) / 2).Sum();
            right += NoteAccuracy.Compute(one.Timing, one.Pitch, one.Duration) * one.Bits.Notes;
        }
        onnx.Latent = null;
        score.Accuracy = right / Math.Max(1, score.Bits.Notes);
        return score;
    }

    /// <summary>A number from the standard normal distribution (Box and Muller).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private double Variance(int number)
    {
        double mean = _means.Average(latent => (double)latent[number]);
        return _means.Average(latent => (latent[number] - mean) * (latent[number] - mean));
    }
}
