using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// What a tune's own motifs foretold of each of its steps: for every chain the probability of what came, and the features of the forecast.
/// </summary>
internal sealed class MotifRows(int rows)
{
    /// <summary>Numbers for each chain: the probability, then the features.</summary>
    public const int PerChain = 1 + MotifForecast.Features;

    /// <summary>Numbers for each row.</summary>
    public static readonly int PerRow = MotifChain.All.Count * PerChain;

    private readonly float[] _values = new float[rows * PerRow];

    /// <summary>The numbers of rows, one row after the other.</summary>
    public ReadOnlySpan<float> Of(int first, int count) => _values.AsSpan(first * PerRow, count * PerRow);

    /// <summary>The probability that a chain gave to what came, and the length of the longest context that it knew.</summary>
    public (double Probability, int Matched) Said(int row, int chain)
    {
        var said = At(row, chain);
        return (said[0], MotifForecast.Matched(said[1..]));
    }

    /// <summary>Sets down what the chains of an attribute said.</summary>
    /// <param name="row">The step.</param>
    /// <param name="attribute">What they foretell.</param>
    /// <param name="came">The class that came.</param>
    /// <param name="motif">Their forecast.</param>
    public void Write(int row, NoteAttribute attribute, int came, ForecastBuffer motif)
    {
        int first = MotifChain.First(attribute);
        for (int chain = 0; chain < MotifForecast.Chains(attribute); chain++)
        {
            var values = At(row, first + chain);
            values[0] = motif.Probabilities(chain)[came];
            motif.Features(chain).CopyTo(values[1..]);
        }
    }

    private Span<float> At(int row, int chain) => _values.AsSpan((row * PerRow) + (chain * PerChain), PerChain);
}
