using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[audio] Converts the host's process context to the engine's <see cref="HostTime"/>.</summary>
public static class HostTimes
{
    /// <summary>The context fields that the engine reads.</summary>
    public const ContextRequirements Needed = ContextRequirements.ProjectTimeMusic | ContextRequirements.BarPositionMusic
        | ContextRequirements.CycleMusic | ContextRequirements.Tempo | ContextRequirements.TimeSignature
        | ContextRequirements.TransportState;

    /// <summary>[audio] The host time of a block; fields that the host did not set are null.</summary>
    public static HostTime FromContext(in ProcessContext context)
    {
        bool Has(in ProcessContext of, ContextFlags flags) => (of.State & flags) == flags;
        bool cycles = Has(context, ContextFlags.CycleActive | ContextFlags.CycleValid);
        return new()
        {
            IsPlaying = Has(context, ContextFlags.Playing),
            Tempo = Has(context, ContextFlags.TempoValid) ? context.Tempo : null,
            Quarter = Has(context, ContextFlags.ProjectTimeMusicValid) ? context.ProjectTimeMusic : null,
            BarQuarter = Has(context, ContextFlags.BarPositionValid) ? context.BarPositionMusic : null,
            Meter = Has(context, ContextFlags.TimeSignatureValid)
                ? new Meter(context.TimeSignatureNumerator, context.TimeSignatureDenominator)
                : null,
            CycleStart = cycles ? context.CycleStartMusic : null,
            CycleEnd = cycles ? context.CycleEndMusic : null,
        };
    }
}
