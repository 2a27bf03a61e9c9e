using System.Text.Json;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>A prepared corpus: a folder with <c>train.tunes</c>, <c>valid.tunes</c>, <c>test.tunes</c> (see <see cref="TuneFile"/>) and <c>dataset.json</c>.</summary>
internal sealed record DataSet(IReadOnlyList<Tune> Train, IReadOnlyList<Tune> Valid, IReadOnlyList<Tune> Test)
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>How many notes the test tunes have.</summary>
    public long TestNotes => Test.Sum(tune => (long)tune.Phrase.Count);

    public static void Write(string folder, Split split, Preparation preparation)
    {
        TuneFile.Write(PathOf(folder, "train"), split.Train);
        TuneFile.Write(PathOf(folder, "valid"), split.Valid);
        TuneFile.Write(PathOf(folder, "test"), split.Test);
        AtomicFile.WriteText(Path.Combine(folder, "dataset.json"), JsonSerializer.Serialize(preparation, _json));
    }

    /// <exception cref="BadInputException">The folder is missing or holds no data set.</exception>
    public static DataSet Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException($"{folder}: there is no such data set folder; make it with composer-trainer prepare.");
        var data = new DataSet(TuneFile.Read(PathOf(folder, "train")), TuneFile.Read(PathOf(folder, "valid")), TuneFile.Read(PathOf(folder, "test")));
        return data.Train.Count > 0 ? data : throw new BadInputException($"{folder}: the data set has no tunes to train on; prepare it from more files.");
    }

    private static string PathOf(string folder, string part) => Path.Combine(folder, part + ".tunes");
}
