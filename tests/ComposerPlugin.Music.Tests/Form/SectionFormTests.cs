namespace ComposerPlugin.Music.Tests;

public class SectionFormTests
{
    [Fact]
    public void Equal_letters_are_the_same_section()
    {
        var form = Form("AA'BA");

        Assert.Equal([0, 0, 2, 0], Enumerable.Range(0, 4).Select(form.FirstOf));
        Assert.Equal([false, true, false, false], Enumerable.Range(0, 4).Select(form.IsVaried));
    }

    [Fact]
    public void Letters_begin_anew_and_varied_in_a_longer_piece()
    {
        var form = Form("ABA");

        Assert.Equal("ABAA'B'", form.TextOf(5));
        Assert.Equal([0, 1, 0, 0, 1], Enumerable.Range(0, 5).Select(form.FirstOf));
    }

    [Fact]
    public void Typographic_prime_is_a_prime() => Assert.Equal("AA'", Form("AA’").Text);

    [Fact]
    public void Sections_are_lettered_in_their_order() => Assert.Equal("AABBAC", SectionForm.Of([0, 0, 2, 2, 0, 5]).Text);

    [Theory]
    [InlineData("")]
    [InlineData("aaba")]
    [InlineData("AXYZ99")]
    [InlineData("A BA")]
    [InlineData("'A")]
    [InlineData("A'A")]
    [InlineData("AA''")]
    [InlineData("AÄ")]
    public void Other_text_is_no_form(string text) => Assert.False(SectionForm.TryParse(text, out _));

    [Fact]
    public void Form_has_at_most_64_letters()
    {
        Assert.True(SectionForm.TryParse(new('A', 64), out _));
        Assert.False(SectionForm.TryParse(new('A', 65), out _));
    }

    internal static SectionForm Form(string text)
    {
        Assert.True(SectionForm.TryParse(text, out var form));
        return form;
    }
}
