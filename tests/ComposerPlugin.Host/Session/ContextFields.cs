using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>Which fields of the transport a host gives a plugin.</summary>
internal static class ContextFields
{
    private static readonly (ContextRequirements Wanted, ContextFlags Given)[] _fields =
    [
        (ContextRequirements.SystemTime, ContextFlags.SystemTimeValid),
        (ContextRequirements.ContinuousTimeSamples, ContextFlags.ContinuousTimeValid),
        (ContextRequirements.ProjectTimeMusic, ContextFlags.ProjectTimeMusicValid),
        (ContextRequirements.BarPositionMusic, ContextFlags.BarPositionValid),
        (ContextRequirements.CycleMusic, ContextFlags.CycleValid),
        (ContextRequirements.Tempo, ContextFlags.TempoValid),
        (ContextRequirements.TimeSignature, ContextFlags.TimeSignatureValid),
        (ContextRequirements.TransportState, ContextFlags.Playing | ContextFlags.CycleActive),
    ];

    public static ContextFlags Given(SessionSetup setup, ContextRequirements required)
    {
        var given = ContextFlags.None;
        foreach (var (wanted, fields) in _fields)
            if (!setup.OnlyRequired || required.HasFlag(wanted))
                given |= fields;
        return given & ~setup.Withheld;
    }
}
