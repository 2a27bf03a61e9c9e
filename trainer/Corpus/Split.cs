using System.Security.Cryptography;
using System.Text;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Divides tunes into train, valid and test by family, about 85, 5 and 10 parts in a hundred of the notes. Which family goes where
/// follows from the name of its first tune, so that the same corpus is always divided alike.
/// </summary>
internal sealed record Split(IReadOnlyList<Tune> Train, IReadOnlyList<Tune> Valid, IReadOnlyList<Tune> Test)
{
    private const double TestShare = 0.10;
    private const double ValidShare = 0.05;

    // A family that would fill a third of a small part by itself says little about unheard music.
    private const double LargestShare = 1.0 / 3;

    // Of few tunes, a part must take what it can get, but not what train needs most.
    private const double LargestOfFew = 0.25;

    /// <summary>Divides tunes.</summary>
    /// <param name="tunes">The tunes.</param>
    /// <param name="known">Where other data sets have them: there they stay.</param>
    public static Split Of(IReadOnlyList<Tune> tunes, KnownParts? known = null)
    {
        var families = tunes.GroupBy(tune => tune.Family).OrderBy(family => Order(family.First().Name)).Select(family => family.ToList()).ToList();
        double notes = tunes.Sum(Notes);
        var (train, valid, test) = (new List<List<Tune>>(), new List<List<Tune>>(), new List<List<Tune>>());
        foreach (var family in families)
        {
            int size = family.Sum(Notes);
            bool Fits(List<List<Tune>> part, double share) => size <= notes * share * LargestShare && Notes(part) + size <= notes * share;
            var part = known?.Of(family) switch
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
        // Few tunes leave a part short. Training cannot do without valid, so that comes first.
        if (Notes(valid) < notes * ValidShare / 2)
            Fill(valid, train, notes, ValidShare);
        if (Notes(test) < notes * TestShare / 2)
            Fill(test, train, notes, TestShare);
        return new(Flat(train), Flat(valid), Flat(test));
    }

    // About so many notes, and at least one family where train keeps one.
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
