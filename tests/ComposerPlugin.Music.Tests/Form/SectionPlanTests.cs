namespace ComposerPlugin.Music.Tests;

public class SectionPlanTests
{
    [Fact]
    public void Section_that_returns_is_the_same_up_to_its_cadence()
    {
        var plan = Plan("AABA", bars: 32);

        // The second ending closes otherwise than the first one, and so does the end of the piece.
        Assert.Equal(["8=", "8=", "8=", "8=", "8=", "8=", "8=", "new"], References(plan, 8, 16));
        Assert.All(References(plan, 16, 24), reference => Assert.Equal("new", reference));
        Assert.Equal(["24=", "24=", "24=", "24=", "24=", "24=", "24=", "new"], References(plan, 24, 32));
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(plan.Returns));
    }

    [Fact]
    public void Cadence_of_the_same_kind_is_varied() => Assert.Equal("16~", References(Plan("ABACA", bars: 40), 23, 24)[0]);

    [Fact]
    public void Variation_begins_each_line_unchanged() =>
        Assert.Equal(["8=", "8~", "8~", "8~", "8=", "8~", "8~", "new"], References(Plan("AA'", bars: 16), 8, 16));

    [Theory]
    [InlineData("AABA", "hfhf")]
    [InlineData("AABB", "hfhf")]
    [InlineData("ABAC", "hhhf")]
    [InlineData("AAA", "hff")]
    [InlineData("ABABABAB", "hhhfhhhf")]
    [InlineData("A", "f")]
    public void Sections_close_half_and_fully(string letters, string closes)
    {
        var plan = Plan(letters, letters.Length * 8);

        Assert.Equal(closes, string.Concat(Enumerable.Range(0, letters.Length).Select(
            section => plan.CloseOf(section) == SectionClose.Half ? 'h' : 'f')));
    }

    [Theory]
    [InlineData("AABA", 64, 16, 16)]
    [InlineData("AABBCC", 64, 8, 24)]
    [InlineData("ABC", 64, 20, 24)]
    [InlineData("AABA", 8, 2, 2)]
    [InlineData("AB", 7, 3, 4)]
    [InlineData("AABA", 4, 1, 1)]
    public void Sections_are_whole_lines_and_the_last_one_has_the_rest(string letters, int bars, int section, int last)
    {
        var plan = Plan(letters, bars);

        Assert.Equal(section, plan.SectionBars);
        Assert.Equal(last, plan.EndOf(plan.Sections - 1) - plan.BarOf(plan.Sections - 1));
        Assert.Equal(plan.Sections - 1, plan.SectionOf(bars - 1));
    }

    [Fact]
    public void Longer_last_section_goes_on_with_new_bars() =>
        Assert.Equal(["8=", "8=", "new", "new", "new", "new"], References(Plan("AA", bars: 22), 14, 20));

    private static SectionPlan Plan(string letters, int bars)
    {
        var form = SectionFormTests.Form(letters);
        return new(form, form.Count, bars);
    }

    private static List<string> References(SectionPlan plan, int begin, int end) =>
        [.. Enumerable.Range(begin, end - begin).Select(bar => $"{plan.ReturnAt(bar)}")];
}
