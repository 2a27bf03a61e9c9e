using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Data sets of generated tunes.</summary>
internal static class TestData
{
    /// <summary>Writes a data set of the tunes of these seeds, each in its own family.</summary>
    /// <returns>Its folder.</returns>
    public static string Write(string folder, IEnumerable<int> train, IEnumerable<int> valid, IEnumerable<int> test,
        Func<int, Phrase>? tune = null, string source = "")
    {
        Write("train", train);
        Write("valid", valid);
        Write("test", test);
        return folder;

        void Write(string part, IEnumerable<int> seeds) => TuneFile.Write(Path.Combine(folder, $"{part}.tunes"),
            [.. seeds.Select(seed => new Tune($"{seed}", seed, (tune ?? (number => TestTunes.Tune(number)))(seed)) { Source = source })]);
    }
}
