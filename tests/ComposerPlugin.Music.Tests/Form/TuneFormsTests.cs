namespace ComposerPlugin.Music.Tests;

public class TuneFormsTests
{
    [Theory]
    [InlineData("new 2r 2~ new |7+0 4= 4= 2~ new |0,+3")]
    [InlineData("new new new new |?+0 o= o= 8~ new |11,-12 1r")]
    public void Text_reads_back(string text)
    {
        Assert.True(TuneForm.TryParse(text, out var form));
        Assert.Equal(text, form.ToString());
    }

    [Theory]
    [InlineData("new new new new")]
    [InlineData("new new |7+0 new new")]
    [InlineData("new new new new |12+0")]
    [InlineData("new new new new |7")]
    [InlineData("new new new new |7+99")]
    [InlineData("new 7= new new |7+0")]
    [InlineData("new  new new new |7+0")]
    public void Other_text_is_refused(string text) => Assert.False(TuneForm.TryParse(text, out _));

    [Fact]
    public void Longer_forms_are_refused()
    {
        string line = "new new new new |7+0";
        Assert.True(TuneForm.TryParse(string.Join(' ', Enumerable.Repeat(line, 8)), out _));
        Assert.False(TuneForm.TryParse(string.Join(' ', Enumerable.Repeat(line, 9)), out _));
    }

    [Fact]
    public void Tune_teaches_its_form()
    {
        int[] a = [60, 62, 64, 65], b = [67, 65, 64, 62], c = [72, 74, 76, 77];
        var statistics = new FormStatistics();
        // The first line rests on G, in half a bar; the second one, an octave higher, on C.
        statistics.Learn(TuneOf([.. Quarters(a), .. Quarters(b), .. Quarters(a), (67, 48), (67, 48),
            .. Quarters(c), .. Quarters(c), .. Quarters(c), (72, 48), (72, 48)]));

        Assert.Equal("new 1r 2= new |7,+0 4r 1= 1= 4r |0,+11", Assert.Single(statistics.Tunes.Forms).ToString());
    }

    [Fact]
    public void Short_tune_has_no_form()
    {
        var statistics = new FormStatistics();
        statistics.Learn(TuneOf([.. Quarters([60, 62, 64, 65])]));

        Assert.Empty(statistics.Tunes.Forms);
    }

    [Fact]
    public void Answer_goes_on_as_a_tune_that_began_like_the_phrase()
    {
        var tunes = Learnt("new 1= new new |0,+0 4= 4= 4= new |0,+0", "new new 2= new |7+0 4= 4= 2~ new |0,+3");
        BarReference[] phrase = [BarReference.New, BarReference.New, new(2, BarRelation.Same), BarReference.New];

        Assert.All(Draws(tunes, phrase, [new(7, false, 0)], bars: 4, sharpness: 10), form => Assert.Equal(2, form!.Bars[2].Back));
        // Lines tell bars that are alike apart.
        tunes = Learnt("new new 2= new |0,+0 4= 4= 2~ new |0,+3", "new new 2= new |7+0 4= 4= 2~ 4~ |0,+3");
        Assert.All(Draws(tunes, phrase, [new(7, false, 0)], bars: 4, sharpness: 10), form => Assert.Equal(4, form!.Bars[7].Back));
    }

    [Fact]
    public void Less_likely_tunes_are_drawn_as_seldom_as_they_differ()
    {
        var tunes = Learnt("new new new new |7+0 4= 4= 4= new |0,+0", "new new new new |0+0 4= 4= 4= 4~ |0,+0");

        int others = Draws(tunes, [default, default, default, default], [new(7, false, 0)], bars: 4, sharpness: 1)
            .Count(form => form!.Lines[0].Degree == 0);

        // One point less: 1 of 1 + e.
        Assert.InRange(others / 1000.0, 0.26, 0.28);
    }

    [Fact]
    public void No_tune_is_taken_that_only_repeats_or_is_too_short_or_unlike()
    {
        BarReference[] phrase = [default, default, default, default];
        LineForm[] lines = [new(7, false, 0)];
        Assert.NotNull(Learnt("new new new new |7+0 4= 4= 4= 4~ |7+0").Draw(phrase, lines, 4, 1, 0.5));
        Assert.Null(Learnt("new new new new |7+0 4= 4= 4= 4= |7+0").Draw(phrase, lines, 4, 1, 0.5));
        Assert.Null(Learnt("new new new new |7+0 4= 4= 4= 4~ |7+0").Draw(phrase, lines, 5, 1, 0.5));
        Assert.Null(Learnt("new 1= 1= 1= |7+0 4= 4= 4= 4~ |7+0").Draw(phrase, lines, 4, 1, 0.5));
        Assert.Null(new TuneForms().Draw(phrase, lines, 4, 1, 0.5));
    }

    private static IEnumerable<TuneForm?> Draws(
        TuneForms tunes, BarReference[] phrase, LineForm[] lines, int bars, double sharpness) =>
        Enumerable.Range(0, 1000).Select(i => tunes.Draw(phrase, lines, bars, sharpness, (i + 0.5) / 1000));

    private static TuneForms Learnt(params ReadOnlySpan<string> texts)
    {
        var tunes = new TuneForms();
        foreach (string text in texts)
        {
            Assert.True(TuneForm.TryParse(text, out var form), text);
            tunes.Learn(form);
        }
        return tunes;
    }

    private static IEnumerable<(int, int)> Quarters(int[] pitches) => pitches.Select(pitch => (pitch, Ticks.PerQuarter));

    private static Phrase TuneOf((int Pitch, int Duration)[] notes)
    {
        int onset = 0;
        return new(Meter.Common, notes.Select(note =>
            new Note((onset += note.Duration) - note.Duration, note.Duration, new((byte)note.Pitch), 90)));
    }
}
