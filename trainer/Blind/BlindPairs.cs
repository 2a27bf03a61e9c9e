using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Blind;

/// <summary>Makes pairs: each of another tune, in random order, and in each a random one first.</summary>
internal static class BlindPairs
{
    /// <summary>Makes pairs.</summary>
    /// <param name="excerpts">The phrases, one for each pair.</param>
    /// <param name="seed">The seed of the shuffling and of the takes.</param>
    /// <param name="style">The style.</param>
    /// <param name="other">The style of every second pair; if there is none, all pairs are with the tunes' own continuations.</param>
    public static List<BlindPair> Make(IReadOnlyList<Excerpt> excerpts, int seed, BlindPlayer style, BlindPlayer? other)
    {
        var random = new Random(seed);
        var opponents = Enumerable.Range(0, excerpts.Count).Select(i => other is not null && i % 2 == 1).ToArray();
        random.Shuffle(opponents);
        var shuffled = excerpts.ToArray();
        random.Shuffle(shuffled);
        var pairs = new List<BlindPair>();
        foreach (var (excerpt, isOther) in shuffled.Zip(opponents))
        {
            int take = random.Next(10_000);
            var ours = style.Continue(excerpt, take);
            var (theirs, whose) = isOther ? (other!.Continue(excerpt, take), BlindKey.Other) : (excerpt.Human, BlindKey.People);
            int number = pairs.Count + 1;
            pairs.Add(random.Next(2) == 0
                ? new(excerpt, ours, theirs, new(number, BlindKey.Style, whose, excerpt.Tune.Name))
                : new(excerpt, theirs, ours, new(number, whose, BlindKey.Style, excerpt.Tune.Name)));
        }
        return pairs;
    }
}
