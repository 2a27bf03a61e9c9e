using System.Text;

namespace ComposerPlugin.Tests;

public class PluginStateTests
{
    // As version 0.1.0 wrote it; never to be changed.
    private const string Golden = """
        {
          "format": 1,
          "style": "irish-scots-session",
          "parameters": {
            "answer-bars": 8,
            "bypass": 0,
            "grid": 4,
            "phrase-end": 1.5,
            "seed": 42,
            "start-on": 2,
            "surprise": 0.7,
            "top-p": 0.9
          }
        }
        """;

    [Fact]
    public void The_golden_state_is_read()
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(Golden), out var state));
        Assert.Equal("irish-scots-session", state.Style);
        Assert.Equal(1.5, state.Parameters["phrase-end"]);
        Assert.Equal(8, state.Parameters.Count);
    }

    [Fact]
    public void A_state_is_written_as_it_was_read()
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(Golden), out var state));
        state.SetParameters(state.Parameters);
        Assert.Equal(Golden, Encoding.UTF8.GetString(state.ToBytes()));
    }

    [Fact]
    public void Keys_of_a_later_version_are_kept()
    {
        const string Later = """{"format":1,"style":"x","future":{"a":[1,2]},"parameters":{"seed":3,"new-control":0.25}}""";
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(Later), out var state));
        state.SetParameters([KeyValuePair.Create("seed", 4.0)]);
        string written = Encoding.UTF8.GetString(state.ToBytes()).Replace(" ", "").Replace("\n", "");
        Assert.Contains("\"future\":{\"a\":[1,2]}", written, StringComparison.Ordinal);
        Assert.Contains("\"new-control\":0.25,\"seed\":4", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[1]")]
    [InlineData("{\"parameters\":{}}")]
    [InlineData("{\"format\":\"one\"}")]
    public void What_is_no_state_is_refused(string text) => Assert.False(PluginState.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("""{"format":1,"parameters":{"seed":"many","grid":null,"top-p":1e999}}""")]
    [InlineData("""{"format":1,"parameters":[1,2]}""")]
    [InlineData("""{"format":1,"style":7}""")]
    public void Values_of_the_wrong_kind_are_left_out(string text)
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(text), out var state));
        Assert.Null(state.Style);
        Assert.Empty(state.Parameters);
    }
}
