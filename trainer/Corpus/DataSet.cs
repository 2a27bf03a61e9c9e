using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.IO;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// A prepared corpus: a folder with <c>train.tunes</c>, <c>valid.tunes</c>, <c>test.tunes</c> (see <see cref="TuneFile"/>) and
/// <c>dataset.json</c>.
/// </summary>
internal sealed record DataSet(IReadOnlyList<Tune> Train, IReadOnlyList<Tune> Valid, IReadOnlyList<Tune> Test)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The number of notes in the test tunes.</summary>
    public long TestNotes => Test.Sum(tune => (long)tune.Phrase.Count);

    /// <summary>Writes a data set; existing files are replaced only after all new ones are written.</summary>
    public static void Write(string folder, Split split, Preparation preparation)
    {
        string unfinished = Path.Combine(folder, "unfinished");
        try
        {
            TuneFile.Write(PathOf(unfinished, "train"), split.Train);
            TuneFile.Write(PathOf(unfinished, "valid"), split.Valid);
            TuneFile.Write(PathOf(unfinished, "test"), split.Test);
            AtomicFile.WriteText(Path.Combine(unfinished, "dataset.json"), Describe(preparation));
            foreach (string file in (string[])["train.tunes", "valid.tunes", "test.tunes", "dataset.json"])
                File.Move(Path.Combine(unfinished, file), Path.Combine(folder, file), overwrite: true);
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    /// <summary>A preparation as the text of <c>dataset.json</c>.</summary>
    public static string Describe(Preparation preparation) => JsonSerializer.Serialize(preparation, _json);

    /// <summary>Reads a data set.</summary>
    /// <exception cref="BadInputException">The folder or a file is missing, a file is damaged, or there is no tune to train on.</exception>
    public static DataSet Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException($"{folder}: no such data set folder; create it with composer-trainer prepare.");
            var data = new DataSet(
                TuneFile.Read(PathOf(folder, "train")), TuneFile.Read(PathOf(folder, "valid")), TuneFile.Read(PathOf(folder, "test")));
            return data.Train.Count > 0
                ? data
                : throw new BadInputException($"{folder}: the data set has no tunes to train on; prepare it from more files.");
    }

    private static string PathOf(string folder, string part) => Path.Combine(folder, part + ".tunes");
}
