namespace ComposerPlugin.Music.Tests;

public class SectionFormsTests
{
    [Fact]
    public void Tune_teaches_its_letters()
    {
        var forms = new FormStatistics();
        forms.Learn(Tune(0, 0, 30, 0));
        forms.Learn(Tune(5, 40));
        forms.Learn(Tune(0, 0, 30, 0));

        Assert.Equal([("AABA", 2), ("AB", 1)], forms.Sections.Forms.Select(entry => (entry.Form.Text, entry.Times)));
    }

    [Fact]
    public void Drawn_form_has_a_contrast_and_a_return()
    {
        var forms = Learnt(("AAAA", 1000), ("ABCDEFGH", 1000), ("A", 1000), ("AABB", 1));

        Assert.All(Draws(forms, sections: 8), text => Assert.Equal("AABB", text));
        Assert.All(Draws(forms, sections: 4), text => Assert.Equal("AABB", text));
    }

    [Fact]
    public void Forms_are_drawn_as_often_as_sections_have_them()
    {
        var forms = Learnt(("AB", 100), ("AABB", 150));

        // Of 800 sections 200 are in tunes of two.
        Assert.InRange(Draws(forms, sections: 8).Count(text => text == "AB") / 1000.0, 0.24, 0.26);
    }

    [Fact]
    public void Form_that_fits_without_a_rest_is_preferred()
    {
        var forms = Learnt(("ABC", 1000), ("AABA", 1));

        Assert.All(Draws(forms, sections: 8), text => Assert.Equal("AABA", text));
        Assert.All(Draws(forms, sections: 6), text => Assert.Equal("ABC", text));
        Assert.Contains("ABC", Draws(forms, sections: 7));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(63)]
    public void Usual_forms_are_drawn_where_no_other_is_known(int sections)
    {
        Assert.All(Enumerable.Range(0, 10), i => Assert.Contains('B', new SectionForms().Draw(sections, i / 10.0).TextOf(sections)));
        Assert.Equal(Draws(new(), sections), Draws(Learnt(("AAAA", 5)), sections));
    }

    [Fact]
    public void Single_section_has_any_form() => Assert.Equal("A", Learnt(("A", 1)).Draw(1, 0.5).TextOf(1));

    private static SectionForms Learnt(params ReadOnlySpan<(string Letters, int Times)> learnt)
    {
        var forms = new SectionForms();
        foreach (var (letters, times) in learnt)
            forms.Learn(SectionFormTests.Form(letters), times);
        return forms;
    }

    private static List<string> Draws(SectionForms forms, int sections) =>
        [.. Enumerable.Range(0, 1000).Select(i => forms.Draw(sections, i / 1000.0).Text)];

    // Sections of eight bars in quarter notes; each begins on another degree, so that bars differ but for the same number.
    private static Phrase Tune(params ReadOnlySpan<int> sections)
    {
        var notes = new List<Note>();
        foreach (int section in sections)
        {
            for (int i = 0; i < 32; i++)
                notes.Add(new(notes.Count * Ticks.PerQuarter, Ticks.PerQuarter, new((byte)(48 + section + (i * 5 % 7) + (i / 4))), 90));
        }
        return new(Meter.Common, notes);
    }
}
