namespace ComposerPlugin.Engine.Tests;

/// <summary>Takes at many block sizes.</summary>
internal static class BlockSizes
{
    /// <summary>Asserts that a take has notes, and the same at every block size.</summary>
    /// <param name="take">Plays it; its argument gives the next block's size in frames.</param>
    public static void AssertSame(Func<Func<int>, List<(long, OutputNote)>> take)
    {
        var reference = take(() => 512);
        Assert.NotEmpty(reference);
        foreach (int size in (int[])[1, 16, 64, 480, 4096, 100_000])
            Assert.Equal(reference, take(() => size));
        var random = new Random(3);
        Assert.Equal(reference, take(() => random.Next(1, 3000)));
    }
}
