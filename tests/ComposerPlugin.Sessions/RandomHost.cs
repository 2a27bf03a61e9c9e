using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>Draws a host's behaviour. It always renders offline, so that it waits for the plugin's worker.</summary>
internal static class RandomHost
{
    private static readonly int[] _lengths =
        [16, 32, 64, 64, 100, 128, 128, 256, 256, 441, 480, 512, 512, 1000, 1024, 1024, 2048, 2048, 4096];

    private static readonly ContextFlags[] _withheld =
        [ContextFlags.TempoValid, ContextFlags.TimeSignatureValid, ContextFlags.BarPositionValid,
        ContextFlags.ProjectTimeMusicValid, ContextFlags.Playing, ContextFlags.CycleValid];

    /// <param name="random">Draws everything but the blocks.</param>
    /// <param name="blocks">Draws the blocks.</param>
    /// <param name="isTruthful">Whether the transport of each block holds for all its frames.</param>
    public static SessionSetup Draw(Random random, Random blocks, bool isTruthful)
    {
        var splits = random.Next(3) switch { 0 => BlockSplits.None, 1 => BlockSplits.Jumps, _ => BlockSplits.All };
        return new()
        {
            Mode = ProcessMode.Offline,
            SampleSize = random.Next(4) == 0 ? SampleSize.Float64 : SampleSize.Float32,
            Blocks = DrawBlocks(blocks),
            AnnouncedFrames = blocks.Next(8) == 0 ? 64 : 0,
            Splits = isTruthful ? BlockSplits.All : splits,
            Withheld = random.Next(6) == 0 && !isTruthful ? _withheld[random.Next(_withheld.Length)] : ContextFlags.None,
            Missing = random.Next(12) switch
            {
                0 => BlockParts.Context, 1 => BlockParts.AudioBuses, 2 => BlockParts.AudioBuffers, _ => BlockParts.None,
            },
            OnlyRequired = random.Next(2) == 0,
            MapControllers = random.Next(2) == 0,
        };
    }

    private static BlockSizes DrawBlocks(Random blocks) => blocks.Next(4) switch
    {
        0 => BlockSizes.Random(0, _lengths[blocks.Next(5, _lengths.Length)], blocks.Next()),
        1 => BlockSizes.Repeating(0, _lengths[blocks.Next(5, _lengths.Length)], 0, 0, _lengths[blocks.Next(_lengths.Length)]),
        _ => BlockSizes.Fixed(_lengths[blocks.Next(_lengths.Length)]),
    };
}
