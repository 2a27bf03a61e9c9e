namespace ComposerPlugin.Editor.Tests;

public class TextBlockTests : IDisposable
{
    private readonly TextBlock _block;

    static TextBlockTests() => OpenEditor.LoadSkia();

    public TextBlockTests() => _block = new(Fonts.Normal, 18);

    public void Dispose()
    {
        _block.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_text_is_broken_between_words_so_that_each_line_fits()
    {
        _block.Set("Session tunes of Ireland and Scotland: jigs, reels, hornpipes.", 120);
        Assert.Equal("Session tunes of|Ireland and|Scotland: jigs,|reels, hornpipes.", string.Join('|', _block.Texts));
        Assert.All(_block.Texts, line => Assert.True(Fonts.Normal.MeasureText(line) <= 120));
        Assert.Equal(4 * 18, _block.Height);
    }

    [Fact]
    public void What_does_not_fit_into_its_lines_ends_with_an_ellipsis()
    {
        _block.Set("Session tunes of Ireland and Scotland: jigs, reels, hornpipes.", 120, mostLines: 2);
        Assert.Equal(2, _block.Lines);
        Assert.Equal("Session tunes of", _block.Texts.First());
        Assert.EndsWith("…", _block.Texts.Last(), StringComparison.Ordinal);
        Assert.True(Fonts.Normal.MeasureText(_block.Texts.Last()) <= 120);
    }

    [Fact]
    public void A_word_that_is_too_long_is_cut()
    {
        _block.Set("a donaudampfschifffahrtsgesellschaftskapitänsmütze b", 100);
        Assert.Equal(3, _block.Lines);
        Assert.EndsWith("…", _block.Texts.ElementAt(1), StringComparison.Ordinal);
        Assert.All(_block.Texts, line => Assert.True(Fonts.Normal.MeasureText(line) <= 100));
    }

    [Fact]
    public void Line_feeds_break_a_text_and_an_empty_text_has_no_lines()
    {
        _block.Set("one\n\ntwo", 100);
        Assert.Equal(["one", "", "two"], _block.Texts);
        _block.Set("", 100);
        Assert.Equal(0, _block.Lines);
    }
}
