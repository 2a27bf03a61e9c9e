using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The parts that files have in other data sets, so that a model is never tested on tunes it was trained on there.</summary>
internal sealed class KnownParts
{
    private readonly Dictionary<string, DataPart> _parts = [];

    /// <summary>Reads the parts of data sets.</summary>
    /// <exception cref="BadInputException">A folder is not a data set.</exception>
    public static KnownParts Read(IReadOnlyList<string> folders)
    {
        var known = new KnownParts();
        foreach (var data in folders.Select(DataSet.Read))
        {
            known.Add(data.Train, DataPart.Train);
            known.Add(data.Valid, DataPart.Valid);
            known.Add(data.Test, DataPart.Test);
        }
        return known;
    }

    /// <summary>The part of a family: train if the file of any tune is in train, then valid, then test; null if none is known.</summary>
    public DataPart? PartOf(IEnumerable<Tune> family) =>
        family.Min(tune => _parts.TryGetValue(FileOf(tune), out var part) ? part : (DataPart?)null);

    private void Add(IReadOnlyList<Tune> tunes, DataPart part)
    {
        foreach (string file in tunes.Select(FileOf))
        {
            if (!_parts.TryGetValue(file, out var other) || part < other)
                _parts[file] = part;
        }
    }

    // The file name without its path, because the other data set may have read the file from another folder or an archive.
    private static string FileOf(Tune tune)
    {
        string file = Path.GetFileName(tune.Name);
        int number = file.LastIndexOf('#');
        return number < 0 ? file : file[..number];
    }
}
