namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// The weight of each feature of <see cref="BarLineEvidence"/>, by meter class (simple duple, compound duple, triple). Fitted with a
/// softmax over the phases of a tune (L2 1e-3) to 3,078 Irish and Scots tunes and 185 hymns whose accents give the bar lines, with the
/// accents hidden.
/// </summary>
internal static class BarLineWeights
{
    private static readonly double[][] _weights =
    [
        // At the bar line: onsets, duration, leap, tonic triad, repeat begins, repeat breaks off
        [1.58, 1.18, 1.24], [0.57, 0.48, 0.79], [-0.49, 0.02, -0.14],
        [0.29, 0.50, 0.35], [1.19, 1.00, 1.02], [0.92, 0.59, 0.83],
        // In the middle of the bar
        [0.28, 0.11, 0.09], [0.48, 0.49, 0.11], [-0.42, -0.49, -0.41],
        [-0.08, -0.12, -0.10], [-0.35, -0.26, 0.01], [-0.25, -0.04, -0.31],
        // On another beat
        [0.02, -0.06, -0.29], [0.39, 0.29, 0.09], [-0.57, -0.41, -0.36],
        [0.19, 0.09, 0.07], [-0.25, -0.36, -0.42], [-0.47, -0.38, -0.35],
        // On the second part of a beat
        [-0.11, -0.51, -0.19], [-0.22, -0.45, -0.51], [0.15, 0.34, 0.30],
        [-0.03, -0.14, -0.09], [-0.68, -0.75, -0.89], [-0.76, -0.57, -0.65],
        // On the third part of a beat
        [0.38, 0.62, 0.43], [-0.42, -0.61, -0.52], [-0.14, -0.25, -0.16],
        [0.17, 0.24, 0.21], [-0.22, -0.20, -0.31], [-0.34, -0.43, -0.36],
        // Elsewhere
        [-0.84, -0.62, -0.62], [-0.64, -0.35, -0.16], [0.55, 0.14, 0.17],
        [-0.23, -0.32, -0.20], [-0.69, -0.43, -0.43], [0.04, -0.02, -0.02],
        // Notes that cross the bar line, the middle of the bar
        [-1.46, -0.99, -1.14], [-1.06, -0.69, -0.26],
        // No pickup; a pickup of at most a beat, of at most half a bar, of an eighth
        [2.85, 2.59, 2.20], [2.89, 1.80, 2.34], [0.94, 0.63, 0.73], [2.85, 2.21, 1.55],
        // A last bar that the pickup completes; a full last bar after a pickup, without a pickup
        [0.20, -0.18, 0.11], [1.27, 0.79, 0.81], [-0.20, 0.18, -0.11],
        // A last note at the bar line, in the middle of the bar, on another beat
        [0.98, 0.35, 0.83], [1.43, 1.36, 0.73], [-0.54, -0.47, -0.59],
        // A first note that crosses the bar line; a full last bar
        [-0.41, -0.32, -0.33], [0.65, 0.56, 0.29],
    ];

    /// <summary>The score of a phase, a log-odds: the phase with the highest score is the likeliest.</summary>
    /// <param name="features">The features of the phase.</param>
    /// <param name="meterClass">See <see cref="BarLineEvidence.MeterClass"/>.</param>
    public static double Score(double[] features, int meterClass)
    {
        double sum = 0;
        for (int i = 0; i < features.Length; i++)
            sum += features[i] * _weights[i][meterClass];
        return sum;
    }
}
