namespace ComposerPlugin.Host;

/// <summary>The grid of a song: tempo and meter.</summary>
/// <param name="Tempo">Tempo changes.</param>
/// <param name="Meter">Meter changes.</param>
public sealed record SongMap(TempoMap Tempo, MeterMap Meter)
{
    /// <summary>One tempo and one meter.</summary>
    public static SongMap Constant(double quartersPerMinute, int numerator = 4, int denominator = 4) =>
        new(TempoMap.Constant(quartersPerMinute), MeterMap.Constant(numerator, denominator));
}
