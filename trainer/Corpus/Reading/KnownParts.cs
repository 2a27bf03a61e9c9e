using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>In which part of other data sets files stand, so that a model that has learnt those is never tested on what it knows.</summary>
internal sealed class KnownParts
{
    private readonly Dictionary<string, DataPart> _parts = [];

    /// <summary>The parts of these data sets.</summary>
    /// <exception cref="BadInputException">A folder holds no data set.</exception>
    public static KnownParts Of(IReadOnlyList<string> folders)
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

    /// <summary>The part of a family: train if any of its tunes' files is in train, then valid, then test; null if none is known.</summary>
    public DataPart? Of(IEnumerable<Tune> family) => family.Min(tune => _parts.TryGetValue(FileOf(tune), out var part) ? part : (DataPart?)null);

    private void Add(IReadOnlyList<Tune> tunes, DataPart part)
    {
        foreach (string file in tunes.Select(FileOf))
        {
            if (!_parts.TryGetValue(file, out var other) || part < other)
                _parts[file] = part;
        }
    }

    // The file's name alone, since the same file may lie elsewhere or in an archive.
    private static string FileOf(Tune tune)
    {
        string file = Path.GetFileName(tune.Name);
        int number = file.LastIndexOf('#');
        return number < 0 ? file : file[..number];
    }
}
