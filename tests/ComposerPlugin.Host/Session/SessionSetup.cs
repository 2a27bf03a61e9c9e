using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>How a host behaves in a session. The default is a well-behaved host with blocks of 512 frames.</summary>
public sealed record SessionSetup
{
    /// <summary>Lengths of the blocks.</summary>
    public BlockSizes Blocks { get; init; } = BlockSizes.Fixed(512);

    /// <summary>The largest block as announced to the plugin; 0 announces the longest block of <see cref="Blocks"/>.</summary>
    public int AnnouncedFrames { get; init; }

    /// <summary>Realtime, prefetch or offline.</summary>
    public ProcessMode Mode { get; init; } = ProcessMode.Realtime;

    /// <summary>Type of the audio samples.</summary>
    public SampleSize SampleSize { get; init; } = SampleSize.Float32;

    /// <summary>When blocks are processed.</summary>
    public Pacing Pacing { get; init; } = Pacing.Free;

    /// <summary>Where blocks are split.</summary>
    public BlockSplits Splits { get; init; } = BlockSplits.Jumps;

    /// <summary>Transport fields that the host omits.</summary>
    public ContextFlags Withheld { get; init; } = ContextFlags.None;

    /// <summary>Gives only the fields that the plugin requires, as hosts may.</summary>
    public bool OnlyRequired { get; init; } = true;

    /// <summary>Parts that the host omits from every block.</summary>
    public BlockParts Missing { get; init; } = BlockParts.None;

    /// <summary>Delivers MIDI controllers through the plugin's mapping to parameters where there is one; otherwise as events.</summary>
    public bool MapControllers { get; init; } = true;

    /// <summary>
    /// With real-time pacing: so many frames are rendered at once, as hosts with a buffer ahead do; 0 for each block in time.
    /// </summary>
    public int BurstFrames { get; init; }
}
