namespace ComposerPlugin.Editor.Tests;

/// <summary>Cards that are hard to place.</summary>
internal static class TestStyles
{
    private const string Meters = "4/4, 6/8, 2/4, 2/2, 3/4, 9/8, 3/8, 6/4, 12/8, 3/2, 5/4, 7/8, 7/4, 4/8, 8/8, 4/2, 8/4, 4/16, 9/16";

    /// <summary>Every text is longer than its place.</summary>
    public static readonly StyleCard Long = new(
        "", string.Join(' ', Enumerable.Repeat("What nine kinds of music have in common: the style that fine-tuning begins from.", 8)),
        "Transformer of eight layers with rotary positions, quantized to eight bits, distilled from a larger one",
        "A musician with a very long name, and all of the friends who helped in the summer of that year",
        "Tunes: public domain or CC0, Swedish folk tunes CC BY 2.5, Freedoom music BSD-3-Clause; CREDITS.md names them. Weights: MIT.",
        [.. Enumerable.Range(1, 12).Select(at => ($"Figure number {at} with a long name", Meters))]);
}
