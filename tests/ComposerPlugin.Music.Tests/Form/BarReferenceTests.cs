namespace ComposerPlugin.Music.Tests;

public class BarReferenceTests
{
    [Fact]
    public void Each_number_is_another_reference_with_another_name()
    {
        var all = Enumerable.Range(0, BarReference.Count).Select(BarReference.At).ToList();

        Assert.Equal(BarReference.Count, all.Select(reference => reference.ToString()).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, BarReference.Count), all.Select(reference => reference.Index));
        Assert.All(all, reference =>
        {
            Assert.True(BarReference.TryParse(reference.ToString(), out var read));
            Assert.Equal(reference, read);
        });
    }

    [Theory]
    [InlineData("new", 0, BarRelation.New)]
    [InlineData("4=", 4, BarRelation.Same)]
    [InlineData("12~", 12, BarRelation.Varied)]
    [InlineData("1r", 1, BarRelation.Rhythm)]
    [InlineData("o=", BarReference.Opening, BarRelation.Same)]
    public void Name_is_the_distance_and_a_mark(string name, int back, BarRelation relation)
    {
        Assert.True(BarReference.TryParse(name, out var reference));
        Assert.Equal(new(back, relation), reference);
    }

    [Fact]
    public void Opening_at_another_distance_goes_on_at_it()
    {
        var opening = new BarReference(BarReference.Opening, BarRelation.Same).In(5, BarReference.New);

        Assert.Equal(new(5, BarRelation.Same), opening);
        Assert.Equal("5=", $"{opening}");
        Assert.Equal(new(5, BarRelation.Varied), new BarReference(BarReference.Opening, BarRelation.Varied).In(6, opening));
        Assert.Equal(new(4, BarRelation.Same), new BarReference(4, BarRelation.Same).In(6, opening));
    }

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("5=")]
    [InlineData("-1=")]
    [InlineData("o")]
    [InlineData("oo=")]
    [InlineData("4")]
    [InlineData("4 ")]
    [InlineData("260=")]
    [InlineData("-4=")]
    [InlineData("99999999999=")]
    public void Other_names_are_none(string name) => Assert.False(BarReference.TryParse(name, out _));
}
