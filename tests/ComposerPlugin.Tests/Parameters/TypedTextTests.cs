namespace ComposerPlugin.Tests;

/// <summary>Texts as musicians read and write them.</summary>
public class TypedTextTests
{
    [Theory]
    [InlineData("answer-bars", "1 bar", 1)]
    [InlineData("answer-bars", "4", 4)]
    [InlineData("answer-bars", "16 bars", 16)]
    [InlineData("trade-bars", "4", 2)]
    [InlineData("trade-bars", "1 bar", 0)]
    [InlineData("phrase-end", "1,5", 1.5)]
    [InlineData("phrase-end", "1.5 quarters", 1.5)]
    [InlineData("phrase-end", "auto", 0)]
    [InlineData("surprise", "1,25", 1.25)]
    [InlineData("density", "\u221250 %", -50)]
    [InlineData("density", "-50%", -50)]
    [InlineData("octave", "\u20132", -2)]
    [InlineData("octave", "1 octave", 1)]
    [InlineData("preview-level", "off", -60)]
    [InlineData("preview-level", "\u221212,5\u00A0dB", -12.5)]
    [InlineData("lowest-note", "Db4", 61)]
    [InlineData("lowest-note", "c#4", 61)]
    [InlineData("lowest-note", "D\u266D4", 61)]
    [InlineData("lowest-note", "60", 60)]
    [InlineData("lowest-note", "Cb4", 59)]
    [InlineData("highest-note", "G9", 127)]
    [InlineData("lowest-note", "C-1", 0)]
    [InlineData("key", "Db", 1)]
    [InlineData("key", "D#", 3)]
    [InlineData("key", "e\u266D", 3)]
    [InlineData("key", "Cb", 11)]
    [InlineData("seed", "1,500", 1500)]
    [InlineData("bypass", "on", 1)]
    [InlineData("thru", "0", 0)]
    [InlineData("timing", "On", 1)]
    [InlineData("timing", "swing control", 0)]
    public void A_typed_text_is_understood(string key, string text, double plain)
    {
        var parameter = Parameters.All.Single(one => one.Key == key);
        Assert.True(parameter.TryParse(text, out double normalized));
        Assert.Equal(plain, parameter.ToPlain(normalized), 6);
    }

    [Theory]
    [InlineData("lowest-note", "H4")]
    [InlineData("lowest-note", "128")]
    [InlineData("lowest-note", "C12")]
    [InlineData("key", "Db4")]
    [InlineData("surprise", "1,2,3")]
    [InlineData("trade-bars", "3")]
    [InlineData("mode", "1")]
    [InlineData("bypass", "2")]
    public void A_text_without_a_meaning_is_refused(string key, string text) =>
        Assert.False(Parameters.All.Single(one => one.Key == key).TryParse(text, out _));

    [Theory]
    [InlineData("answer-bars", 1, "1 bar")]
    [InlineData("answer-bars", 4, "4 bars")]
    [InlineData("phrase-end", 0, "Automatic")]
    [InlineData("phrase-end", 1, "1 quarter")]
    [InlineData("phrase-end", 1.5, "1.5 quarters")]
    [InlineData("octave", -1, "-1 octave")]
    [InlineData("octave", 2, "2 octaves")]
    [InlineData("preview-level", -60, "Off")]
    [InlineData("preview-level", -12, "-12 dB")]
    [InlineData("timing", 1, "On")]
    [InlineData("key", 3, "Eb")]
    [InlineData("lowest-note", 63, "Eb4")]
    [InlineData("density", 50, "50")]
    public void A_value_reads_right_with_the_hosts_unit_behind_it(string key, double plain, string text)
    {
        var parameter = Parameters.All.Single(one => one.Key == key);
        Assert.Equal(text, parameter.FormatForHost(parameter.ToNormalized(plain)));
        Assert.Equal(parameter.HostUnit.Length > 0 ? "%" : "", parameter.HostUnit);
        Assert.True(parameter.TryParse(text, out double normalized));
        Assert.Equal(plain, parameter.ToPlain(normalized), 6);
    }

    [Fact]
    public void Short_titles_are_short() => Assert.All(
        Parameters.All, parameter => Assert.InRange(parameter.ShortTitle.Length, 1, Parameter.ShortLength));

    [Fact]
    public void An_empty_place_of_Style_says_what_it_does_and_is_restored()
    {
        using var stage = new InstanceStage();
        Assert.Equal("(empty 41: the style stays)", stage.Hosted.Format(Parameters.Style.Id, Parameters.Style.ToNormalized(40)));
        stage.Set(Parameters.Style, 40);
        byte[] state = stage.Hosted.GetState();
        stage.Set(Parameters.Style, 50);
        Assert.True(stage.Hosted.SetState(state));
        Assert.Equal(40, stage.Plain(Parameters.Style));
    }
}
