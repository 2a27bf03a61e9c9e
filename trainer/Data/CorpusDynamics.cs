using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Trainer.Data;

/// <summary>Finds where the velocities of tunes come from. Most corpora are written by programs, not played.</summary>
internal static class CorpusDynamics
{
    // The mean standard deviation in a tune; players vary by ten and more.
    private const double LeastSpread = 2;

    // Of the corpora of the presets, those with accents have .67 to .91 and the played one .2 and less.
    private const double MostByPosition = 0.6;

    /// <summary>One of <see cref="StylePlan.Flat"/>, <see cref="StylePlan.Accents"/> and <see cref="StylePlan.Played"/>.</summary>
    public static string Of(IEnumerable<Phrase> tunes)
    {
        double deviations = 0, squares = 0, byPosition = 0;
        int count = 0;
        foreach (var tune in tunes.Where(tune => tune.Count > 0))
        {
            double mean = tune.Average(note => note.Velocity), all = SquaresAround(tune, mean);
            deviations += Math.Sqrt(all / tune.Count);
            squares += all;
            byPosition += tune.GroupBy(note => note.Onset % tune.Meter.BarTicks)
                .Sum(notes => notes.Count() * Math.Pow(notes.Average(note => note.Velocity) - mean, 2));
            count++;
        }
        return count == 0 || deviations / count < LeastSpread ? StylePlan.Flat
            : byPosition / squares >= MostByPosition ? StylePlan.Accents
            : StylePlan.Played;
    }

    private static double SquaresAround(Phrase tune, double mean) => tune.Sum(note => Math.Pow(note.Velocity - mean, 2));
}
