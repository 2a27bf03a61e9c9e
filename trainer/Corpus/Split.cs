using System.Security.Cryptography;
using System.Text;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Divides tunes into train, valid and test by family, about 85, 5 and 10 % of the notes. A hash of the name of a family's first tune
/// decides its part, so that the same corpus is always divided the same way.
/// </summary>
internal sealed record Split(IReadOnlyList<Tune> Train, IReadOnlyList<Tune> Valid, IReadOnlyList<Tune> Test)
{
    private const double TestShare = 0.10;
    private const double ValidShare = 0.05;

    // The largest share of a small part for one family: a larger one makes the part say little about other music.
    private const double LargestShare = 1.0 / 3;

    // The same where tunes are few: the largest share of all notes that may leave train.
    private const double LargestOfFew = 0.25;

    /// <summary>Divides tunes.</summary>
    /// <param name="tunes">The tunes.</param>
    /// <param name="known">The parts of families in other data sets, which they keep; null for none.</param>
    public static Split Create(IReadOnlyList<Tune> tunes, KnownParts? known = null)
    {
        var families = tunes.GroupBy(tune => tune.Family).OrderBy(family => Order(family.First().Name))
            .Select(family => family.ToList()).ToList();
        double notes = tunes.Sum(Notes);
        var (train, valid, test) = (new List<List<Tune>>(), new List<List<Tune>>(), new List<List<Tune>>());
        foreach (var family in families)
        {
            int size = family.Sum(Notes);
            bool Fits(List<List<Tune>> part, double share) => size <= notes * share * LargestShare && Notes(part) + size <= notes * share;
            var part = known?.PartOf(family) switch
            {
                DataPart.Train => train,
                DataPart.Valid => valid,
                DataPart.Test => test,
                _ => Fits(test, TestShare) ? test : Fits(valid, ValidShare) ? valid : train,
            };
            part.Add(family);
        }
        if (known is not null)
            return new(Flat(train), Flat(valid), Flat(test));
        // With few tunes a part may be empty or short. Valid is filled first, because training needs it.
        if (Notes(valid) < notes * ValidShare / 2)
            Fill(valid, train, notes, ValidShare);
        if (Notes(test) < notes * TestShare / 2)
            Fill(test, train, notes, TestShare);
        return new(Flat(train), Flat(valid), Flat(test));
    }

    // Moves families up to about the given share of notes, and at least one family if train keeps one.
    private static void Fill(List<List<Tune>> part, List<List<Tune>> train, double notes, double share)
    {
        foreach (var family in train.Where(family => family.Sum(Notes) <= notes * LargestOfFew).ToList())
        {
            if (train.Count > 1 && (part.Count == 0 || Notes(part) + (family.Sum(Notes) / 2.0) <= notes * share))
                Move(family, train, part);
        }
        if (part.Count == 0 && train.Count > 1)
            Move(train.MinBy(family => family.Sum(Notes))!, train, part);
    }

    private static void Move(List<Tune> family, List<List<Tune>> from, List<List<Tune>> to)
    {
        from.Remove(family);
        to.Add(family);
    }

    private static int Notes(Tune tune) => tune.Phrase.Count;

    private static int Notes(List<List<Tune>> part) => part.Sum(family => family.Sum(Notes));

    private static List<Tune> Flat(List<List<Tune>> part) => [.. part.SelectMany(family => family)];

    private static ulong Order(string name) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(name))));
}
