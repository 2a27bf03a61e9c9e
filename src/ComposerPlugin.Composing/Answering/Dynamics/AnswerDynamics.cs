using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// How loud the notes of an answer are that follows the player: with the player's accents and spread, rising or falling as the phrase did,
/// and with an arch over the answer. A pure function of ticks and numbers.
/// </summary>
/// <param name="Played">What was played.</param>
/// <param name="Bounds">The first onset and the end of the answer.</param>
/// <param name="Bars">The bar lines.</param>
/// <param name="StyleNotes">The weight of the style's accents, as a number of played notes (<see cref="NotesOf"/>).</param>
internal readonly record struct AnswerDynamics(PlayedDynamics Played, AnswerBounds Bounds, BarGrid Bars, double StyleNotes)
{
    // From the ends of an answer to its middle, in velocity; shorter answers have a lower arch.
    private const double Arch = 8;

    private const int BarsOfFullArch = 4;

    // Of an arch that is a parabola of height 1.
    private const double ArchMean = 2.0 / 3;

    private const double MostChange = 40, MostSpread = 8;

    /// <summary>The weight of the accents of a style whose music has these dynamics: mechanical ones lean on the player's.</summary>
    /// <param name="dynamics"><see cref="StylePlan.Dynamics"/>.</param>
    public static double NotesOf(string? dynamics) => dynamics switch
    {
        StylePlan.Played => 4,
        StylePlan.Flat => 0,
        _ => 1,
    };

    /// <summary>The velocity of a note, which may be outside 1 to 127.</summary>
    /// <param name="onset">Its onset.</param>
    /// <param name="styleAccent">By how much the model's velocity is above the style's mean.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public double VelocityAt(long onset, double styleAccent, double random) =>
        Played.Mean + AccentAt(onset, styleAccent) + ChangeAt(onset) + ArchAt(onset) + SpreadOf(random);

    private double AccentAt(long onset, double styleAccent)
    {
        var (deviation, notes) = Played.At(MetricLevel.Of(Bars, onset));
        double weight = notes + StyleNotes;
        return weight > 0 ? ((notes * deviation) + (StyleNotes * styleAccent)) / weight : 0;
    }

    // The shape of the phrase again and again, in whole bars.
    private double ChangeAt(long onset)
    {
        int bar = Bars.Meter.BarTicks;
        long phrase = Math.Max(1, Bars.Meter.BarsToHold(Played.Ticks)) * bar;
        long span = Math.Max(1, Math.Min(phrase, Bounds.End - Bounds.Start));
        double progress = (double)((onset - Bounds.Start) % span) / span;
        return Math.Clamp(Played.Change, -MostChange, MostChange) * (progress - 0.5);
    }

    private double ArchAt(long onset)
    {
        double length = Math.Max(1, Bounds.End - Bounds.Start), progress = (onset - Bounds.Start) / length;
        double height = Arch * Math.Min(1, length / (BarsOfFullArch * Bars.Meter.BarTicks));
        return height * ((4 * progress * (1 - progress)) - ArchMean);
    }

    // Evenly distributed, with this standard deviation.
    private double SpreadOf(double random) => Math.Sqrt(12) * Math.Min(Played.Spread, MostSpread) * (random - 0.5);
}
