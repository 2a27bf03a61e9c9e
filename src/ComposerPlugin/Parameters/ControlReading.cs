using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>[any] What the controls' plain values mean to the engine.</summary>
public static class ControlReading
{
    /// <summary>Reads the controls.</summary>
    /// <param name="plain">The plain values, by <see cref="Parameter.Id"/>.</param>
    public static PlayControls Read(ReadOnlySpan<double> plain) => new(
        IsOn(plain, Parameters.Bypass),
        Whole(plain, Parameters.AnswerBars),
        (int)Math.Round(plain[(int)Parameters.PhraseEnd.Id] * Ticks.PerQuarter),
        (StartQuantize)Whole(plain, Parameters.StartOn),
        ReadAnswer(plain))
    {
        Style = new((byte)Whole(plain, Parameters.Style), (byte)Whole(plain, Parameters.Provider)),
        Mode = (PlayMode)Whole(plain, Parameters.Mode),
        TradeBars = 1 << Whole(plain, Parameters.TradeBars),
        Thru = IsOn(plain, Parameters.Thru),
        Channel = (sbyte)(Whole(plain, Parameters.Channel) - 1),
        Timing = (TimingFrom)Whole(plain, Parameters.Timing),
        Swing = Part(plain, Parameters.Swing),
        PreviewGain = Gain(plain[(int)Parameters.PreviewLevel.Id]),
    };

    private static AnswerControls ReadAnswer(ReadOnlySpan<double> plain)
    {
        int lowest = Whole(plain, Parameters.LowestNote), highest = Whole(plain, Parameters.HighestNote);
        return new(
            Parameters.Grids[Whole(plain, Parameters.Grid)].Grid,
            (float)plain[(int)Parameters.Surprise.Id],
            (float)plain[(int)Parameters.TopP.Id],
            (uint)Whole(plain, Parameters.Seed))
        {
            Density = Part(plain, Parameters.Density),
            Memory = Part(plain, Parameters.Memory) * AnswerControls.StrongestMemory,
            Lowest = new((byte)Math.Min(lowest, highest)),
            Highest = new((byte)Math.Max(lowest, highest)),
            Tonic = (byte)Whole(plain, Parameters.Key),
            Scale = Scale.Named[Whole(plain, Parameters.ScaleLock)].Scale,
            EndsOnTonic = IsOn(plain, Parameters.EndOnTonic),
            Octave = (sbyte)Whole(plain, Parameters.Octave),
            VelocityFrom = (VelocityFrom)Whole(plain, Parameters.Velocity),
            FixedVelocity = (byte)Whole(plain, Parameters.FixedVelocity),
            VelocityScale = Part(plain, Parameters.VelocityScale),
            RepeatGuard = (RepeatGuardStrength)Whole(plain, Parameters.RepeatGuard),
            Variation = Part(plain, Parameters.Variation),
            Morph = Part(plain, Parameters.Morph),
        };
    }

    private static bool IsOn(ReadOnlySpan<double> plain, Parameter parameter) => plain[(int)parameter.Id] != 0;

    private static int Whole(ReadOnlySpan<double> plain, Parameter parameter) => (int)Math.Round(plain[(int)parameter.Id]);

    private static float Part(ReadOnlySpan<double> plain, Parameter parameter) => (float)(plain[(int)parameter.Id] / 100);

    // The lowest level is off.
    private static float Gain(double decibels) => decibels <= Parameters.PreviewLevel.Lowest ? 0 : (float)Math.Pow(10, decibels / 20);
}
