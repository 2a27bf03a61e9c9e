namespace TorchSharp.Tests;

public class RandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        manual_seed(7);
        var first = randn(5);
        random.manual_seed(7);
        Assert.True(first.Equals(randn(5)));
        Assert.Equal(7, initial_seed());
    }

    [Fact]
    public void A_generator_of_ones_own_leaves_the_common_one_alone()
    {
        using var own = new Generator(3);
        manual_seed(1);
        var expected = rand(3);
        manual_seed(1);
        var drawn = rand(3, generator: own);
        Assert.True(expected.Equals(rand(3)));
        Assert.True(drawn.Equals(rand(3, generator: own.manual_seed(3))));
        Assert.Equal(3, own.initial_seed());
    }

    [Fact]
    public void A_kept_state_continues_where_it_was()
    {
        using var generator = new Generator(5);
        rand(10, generator: generator);
        using var state = generator.get_state();
        var next = rand(4, generator: generator);
        generator.set_state(state);
        Assert.True(next.Equals(rand(4, generator: generator)));
    }

    [Fact]
    public void Distributions_have_their_moments()
    {
        manual_seed(11);
        Assert.InRange(rand(20000).mean().item<float>(), 0.49f, 0.51f);
        Assert.InRange(randn(20000).std().item<float>(), 0.98f, 1.02f);
        Assert.InRange(normal(3, 0.5, [20000]).mean().item<float>(), 2.98f, 3.02f);
        Assert.InRange(zeros(20000).uniform_(2, 4).mean().item<float>(), 2.97f, 3.03f);
        Assert.InRange(zeros(20000).bernoulli_(0.25).mean().item<float>(), 0.235f, 0.265f);
        Assert.InRange(zeros(20000).exponential_(2).mean().item<float>(), 0.48f, 0.52f);
        Assert.InRange(full(20000, 0.7).bernoulli().mean().item<float>(), 0.68f, 0.72f);
    }

    [Fact]
    public void Whole_numbers_stay_in_their_range()
    {
        var numbers = randint(3, 6, [1000]);
        Assert.Equal(ScalarType.Int64, numbers.dtype);
        Assert.Equal([3L, 4, 5], numbers.data<long>().Distinct().Order());
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), randperm(50).data<long>().Order());
        Assert.InRange(zeros(100).random_(5, 8).max().item<float>(), 5, 7);
    }

    [Fact]
    public void Drawing_by_weight_follows_the_weights()
    {
        manual_seed(2);
        var drawn = tensor(new[] { 1f, 0, 3 }).multinomial(8000, replacement: true).bincount(null);
        Assert.Equal(0, drawn[1].item<long>());
        Assert.InRange(drawn[2].item<long>(), 5800, 6200);
        Assert.Equal([0L, 2], multinomial(tensor(new[] { 1f, 0, 3 }), 2).data<long>().Order());
    }

    [Fact]
    public void Whole_numbers_cannot_be_uniform()
    {
        Assert.Throws<ArgumentException>(() => rand(3, dtype: int64));
    }
}
