using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>A parameter that a plugin declares.</summary>
public sealed record HostedParameter(
    uint Id, string Title, string ShortTitle, string Units, int StepCount, double DefaultNormalized, ParameterFlags Flags)
{
    /// <summary>Its group.</summary>
    public int UnitId { get; init; }
}
