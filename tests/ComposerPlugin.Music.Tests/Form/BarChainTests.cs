namespace ComposerPlugin.Music.Tests;

public class BarChainTests
{
    private static readonly BarReference _new = BarReference.New;
    private static readonly BarReference _again = new(4, BarRelation.Same), _varied = new(4, BarRelation.Varied);
    private static readonly bool[] _all = [.. Enumerable.Repeat(true, BarReference.Count)];

    [Fact]
    public void Draws_as_often_as_it_has_learned()
    {
        var chain = new BarChain();
        chain.Learn(5, _new, _new, _again, 700);
        chain.Learn(5, _new, _new, _varied, 300);

        Assert.Equal(0.7, Share(chain, 5, _new, _new, _all, 1), 0.02);
        // A sharper draw: 0.49 to 0.09.
        Assert.Equal(0.845, Share(chain, 5, _new, _new, _all, 2), 0.02);
    }

    [Fact]
    public void Context_that_is_unknown_leans_on_the_shorter_one()
    {
        var chain = new BarChain();
        chain.Learn(5, _again, _new, _again, 1000);
        chain.Learn(5, _again, before: null, _varied, 3000);

        Assert.Equal(0.25, Share(chain, 5, _again, _varied, _all, 1), 0.02);
        Assert.Equal(1, Share(chain, 5, _again, _new, _all, 1), 0.02);
    }

    [Fact]
    public void What_is_not_possible_is_not_drawn()
    {
        var chain = new BarChain();
        chain.Learn(5, _new, _new, _again, 1000);

        Assert.Equal(0, Share(chain, 5, _new, _new, new bool[BarReference.Count], 1));
        Assert.Equal(_new, chain.Draw(5, _new, _new, new bool[BarReference.Count], 1, 0.999));
    }

    [Fact]
    public void Contexts_make_the_same_chain_again()
    {
        var chain = new BarChain();
        chain.Learn(5, _new, _new, _again, 20);
        chain.Learn(5, _new, _varied, _varied, 3);
        chain.Learn(6, _again, _new, _again, 2);
        var again = new BarChain();
        foreach (var (place, last, before, counts) in chain.Contexts(fewest: 10))
        {
            Assert.Equal((place, last) == (5, _new) && counts[_again.Index] > 0, before is not null);
            for (int i = 0; i < counts.Length; i++)
            {
                if (counts[i] > 0)
                    again.Learn(place, last, before, BarReference.At(i), counts[i]);
            }
        }

        Assert.Equal(Share(chain, 5, _new, _new, _all, 1), Share(again, 5, _new, _new, _all, 1));
        Assert.Equal(Share(chain, 6, _again, _again, _all, 1), Share(again, 6, _again, _again, _all, 1));
    }

    // How often the same bar follows.
    private static double Share(BarChain chain, int place, BarReference last, BarReference before, bool[] possible, double sharpness)
    {
        const int draws = 2000;
        int same = 0;
        for (int i = 0; i < draws; i++)
            same += chain.Draw(place, last, before, possible, sharpness, (i + 0.5) / draws) == _again ? 1 : 0;
        return (double)same / draws;
    }
}
