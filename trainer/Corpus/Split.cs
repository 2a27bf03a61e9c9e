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

    public static Split Of(IReadOnlyList<Tune> tunes)
    {
        double notes = tunes.Sum(tune => tune.Phrase.Count);
        var (train, valid, test) = (new List<Tune>(), new List<Tune>(), new List<Tune>());
        foreach (var family in tunes.GroupBy(tune => tune.Family).OrderBy(family => Order(family.First().Name)))
        {
            int size = family.Sum(tune => tune.Phrase.Count);
            bool Fits(List<Tune> part, double share) =>
                size <= notes * share * LargestShare && part.Sum(tune => tune.Phrase.Count) + size <= notes * share;
            var part = Fits(test, TestShare) ? test : Fits(valid, ValidShare) ? valid : train;
            part.AddRange(family);
        }
        return new(train, valid, test);
    }

    private static ulong Order(string name) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(name))));
}
