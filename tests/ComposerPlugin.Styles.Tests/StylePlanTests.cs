using ComposerPlugin.Music;

namespace ComposerPlugin.Styles.Tests;

public sealed class StylePlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Written_plan_reads_back_equal()
    {
        var form = new FormStatistics();
        var again = new BarReference(4, BarRelation.Same);
        form.Bars.Learn(5, BarReference.New, BarReference.New, again, 50);
        form.Bars.Learn(6, again, BarReference.New, again, 5);
        form.Endings.Learn(8, 7, 3);
        form.Breaths.Learn(8, 2, 3);
        form.Variations.Learn(new(0, 2), 2);
        form.Variations.Learn(new(4, 8), 9);
        form.Approaches.Learn(0, 2, 11, 5);
        form.Keys.Learn(1, 3, 40);
        Assert.True(TuneForm.TryParse("new 2r 2~ new |7+0 4= 4= 2~ new |0,+3", out var tune));
        form.Tunes.Learn(tune);
        form.Sections.Learn(SectionForm.Of([0, 1]), 1);
        form.Sections.Learn(SectionForm.Of([0, 0, 2, 0]), 31);
        var plan = StylePlan.Of(form);

        (StyleFiles.Recurrent with { Plan = plan }).Write(_folder.Path);
        var read = StyleFile.Read(_folder.Path).Plan!;

        Assert.Equal(new Dictionary<string, string> { ["5 new new"] = "4= 50", ["6 4="] = "4= 5" }, read.Bars);
        Assert.Equal("0 0 0 0 0 0 0 3 0 0 0 0", read.Endings["8"]);
        Assert.Equal("2 3", read.Breaths!["8"]);
        Assert.Equal(2.0 / 3, read.Statistics.Breaths.Probability(8));
        Assert.Equal("4-8 9 0-2 2", read.Variations);
        Assert.Equal(form.Variations.Spans, read.Statistics.Variations.Spans);
        Assert.Equal(7, read.Statistics.Endings.Draw(8, Scale.Chromatic, 0.5));
        Assert.Equal(new Dictionary<string, string> { ["0 2"] = "0 0 0 0 0 0 0 0 0 0 0 5" }, read.Approaches);
        Assert.Equal(form.Approaches.All.Select(at => at.Counts), read.Statistics.Approaches.All.Select(at => at.Counts));
        Assert.Equal(["new 2r 2~ new |7+0 4= 4= 2~ new |0,+3"], read.Statistics.Tunes.Forms.Select(form => form.ToString()));
        Assert.Equal("0 0 0 40 0 0 0 0 0 0 0 0", read.Keys![StylePlan.Minor]);
        Assert.Equal(form.Keys.Weights(1), read.Statistics.Keys.Weights(1));
        // The sections of a single tune are left out.
        Assert.Equal(new Dictionary<string, int> { ["AABA"] = 31 }, read.Sections);
        Assert.Equal("AABA", read.Statistics.Sections.Draw(8, 0.5).Text);
    }

    [Fact]
    public void Many_tunes_are_chosen_evenly()
    {
        var form = new FormStatistics();
        for (int lift = 0; lift < 40; lift++)
        {
            for (int i = 0; i < 25; i++)
                form.Tunes.Learn(new(new BarReference[4], [new(0, false, lift)]));
        }

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"new new new new |0+{i * 40 / 500}"), StylePlan.Of(form).Tunes);
    }

    [Fact]
    public void Plan_without_variations_has_those_of_melodies_in_general()
    {
        var plan = StylePlan.Of(new());

        Assert.Null(plan.Variations);
        Assert.Equal(StylePlan.General.Statistics.Variations.Spans, plan.Statistics.Variations.Spans);
    }

    [Fact]
    public void Plan_of_before_has_the_usual_sections()
    {
        StyleFiles.Recurrent.Write(_folder.Path);
        File.WriteAllText(Path.Combine(_folder.Path, StylePlan.FileName), """{"version":1,"bars":{},"endings":{}}""");

        Assert.Equal(new SectionForms().Draw(8, 0.5).Text, StyleFile.Read(_folder.Path).Plan!.Statistics.Sections.Draw(8, 0.5).Text);
    }

    [Fact]
    public void Style_without_a_plan_has_none()
    {
        StyleFiles.Recurrent.Write(_folder.Path);

        Assert.Null(StyleFile.Read(_folder.Path).Plan);
        Assert.Equal([StyleFile.FileName], StyleFile.Read(_folder.Path).Files);
    }

    [Fact]
    public void Plan_without_breaths_has_those_of_melodies_in_general()
    {
        var plan = StylePlan.Of(new()) with { Breaths = null };

        Assert.Equal(StylePlan.General.Statistics.Breaths.Ends, plan.Statistics.Breaths.Ends);
        Assert.InRange(plan.Statistics.Breaths.Probability(8), 0.1, 0.9);
    }

    [Fact]
    public void General_plan_knows_that_the_opening_comes_back()
    {
        bool[] possible = new bool[BarReference.Count];
        var again = new BarReference(4, BarRelation.Same);
        possible[again.Index] = true;

        Assert.Equal(again, StylePlan.General.Statistics.Bars.Draw(6, again, BarReference.New, possible, 1, 0.5));
    }

    [Theory]
    [InlineData("""{"version":2,"bars":{},"endings":{}}""", "version")]
    [InlineData("""{"version":1,"bars":{}}""", "lacks \"endings\"")]
    [InlineData("""{"version":1,"bars":null,"endings":{}}""", "bars")]
    [InlineData("""{"version":1,"bars":{"5":"4= 3"},"endings":{}}""", "\"5\"")]
    [InlineData("""{"version":1,"bars":{"5 new":"4= three"},"endings":{}}""", "\"three\"")]
    [InlineData("""{"version":1,"bars":{"5 new":"7= 3"},"endings":{}}""", "\"7=\"")]
    [InlineData("""{"version":1,"bars":{"50 new":"4= 3"},"endings":{}}""", "\"50\"")]
    [InlineData("""{"version":1,"bars":{"5 new":"4="},"endings":{}}""", "\"5 new\"")]
    [InlineData("""{"version":1,"bars":{"5 new":null},"endings":{}}""", "\"5 new\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{"8":"1 2 3"}}""", "\"8\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{"7":"0 0 0 0 0 0 0 3 0 0 0 0"}}""", "\"7\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"breaths":{"8":"3"}}""", "\"8\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"breaths":{"8":"4 3"}}""", "\"4\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"breaths":{"7":"1 3"}}""", "\"7\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"variations":"4-8"}""", "variations")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"variations":"8-4 2"}""", "8")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"variations":"4-4 2"}""", "\"4-4\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"variations":"4 2"}""", "\"4\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"sections":{"AXY9":3}}""", "\"AXY9\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"sections":{"AAAAAAAAAAAAAAAAA":3}}""", "16 sections")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"sections":{"AB":-1}}""", "\"AB\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"sections":{"AB":"3"}}""", "sections")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"approaches":{"0":"1 0 0 0 0 0 0 0 0 0 0 0"}}""", "\"0\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"approaches":{"0 9":"1 0 0 0 0 0 0 0 0 0 0 0"}}""", "\"9\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"approaches":{"0 2":"1 0"}}""", "\"0 2\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"keys":{"dorian":"0 0 0 0 0 0 0 0 0 0 0 0"}}""", "\"dorian\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"keys":{"minor":"0 0"}}""", "\"minor\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"tunes":["new new","new 7="]}""", "\"new 7=\"")]
    [InlineData("""{"version":1,"bars":{},"endings":{},"tunes":"new"}""", "tunes")]
    [InlineData("[]", "version")]
    [InlineData("", "empty")]
    [InlineData("{", "plan.json")]
    public void Plan_that_is_not_valid_is_refused(string json, string named)
    {
        StyleFiles.Recurrent.Write(_folder.Path);
        File.WriteAllText(Path.Combine(_folder.Path, StylePlan.FileName), json);

        var refusal = Assert.Throws<StyleException>(() => StyleFile.Read(_folder.Path));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
