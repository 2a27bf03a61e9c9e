using System.IO.Compression;
using System.Text.Json;
using ComposerPlugin.FrameLikelihood;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Short frame sequences for tests.</summary>
internal static class FrameTunes
{
    public const int MiddleC = 60 - Frame.LowestPitch;

    /// <summary>A frame of MIDI pitches.</summary>
    public static Frame Of(params int[] pitches) =>
        pitches.Aggregate(default(Frame), (frame, pitch) => frame.With(pitch - Frame.LowestPitch));

    /// <summary>Two alternating chords with a silence in every eighth frame, starting at frame <paramref name="number"/>.</summary>
    public static FrameSequence Alternating(int number, int frames = 24) =>
        new([.. Enumerable.Range(number, frames).Select(i => i % 8 == 7 ? default : i % 2 == 0 ? Of(48, 60, 64) : Of(43, 59, 67))]);

    /// <summary>Frames of random keys.</summary>
    public static FrameSequence Random(int seed, int frames)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, frames)
            .Select(_ => Of([.. Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(40, 80))]))]);
    }

    /// <summary>Alternating sequences in the three splits.</summary>
    public static FrameSet Set() =>
        new("alternating", [.. AlternatingSequences(0, 12)], [.. AlternatingSequences(12, 3)], [.. AlternatingSequences(15, 3)]);

    /// <summary>Writes a set as a benchmark file.</summary>
    public static void Write(FrameSet set, string path) => WriteText(JsonSerializer.Serialize(new Dictionary<string, int[][][]>
    {
        ["train"] = Pitches(set.Train),
        ["valid"] = Pitches(set.Valid),
        ["test"] = Pitches(set.Test),
    }), path);

    /// <summary>Writes a text as a gzip file.</summary>
    public static void WriteText(string text, string path)
    {
        using var file = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        file.Write(text);
    }

    private static IEnumerable<FrameSequence> AlternatingSequences(int first, int count) =>
        Enumerable.Range(first, count).Select(number => Alternating(number, 12 + (number % 5)));

    private static int[][][] Pitches(FrameSequence[] sequences) =>
    [
        .. sequences.Select(sequence => sequence.Frames
            .Select(frame => Enumerable.Range(0, Frame.KeyCount).Where(frame.Has).Select(key => key + Frame.LowestPitch).ToArray())
            .ToArray()),
    ];
}
