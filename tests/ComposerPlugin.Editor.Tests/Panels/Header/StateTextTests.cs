using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor.Tests;

public class StateTextTests
{
    private static readonly EditorStatus Ready = new("", IsError: false, IsLoading: false, "CPU", 0.2, 0, 0);

    // In bar 2 of an answer of four bars.
    private static readonly EngineSnapshot Answering = FakeModel.Snapshot((5 * 96) + 40);

    private static EngineSnapshot Idle => Answering with { IsAnswering = false };

    [Fact]
    public void An_answer_that_sounds_says_in_which_bar_it_is()
    {
        Assert.Equal("Answering, bar 2 of 4", Text(Answering));
        Assert.Equal("Answering, bar 1 of 4", Text(Answering with { Position = 4 * 96 }));
        Assert.Equal("Answering, bar 4 of 4", Text(Answering with { Position = (8 * 96) - 0.5 }));
        Assert.Equal("Answering, bar 4 of 4", Text(Answering with { Position = 8 * 96 }));
        Assert.Equal("Answering", Text(Answering with { Answer = new(19, 5 * 96, 6 * 96) }));
    }

    [Fact]
    public void Bars_are_those_of_the_answer_also_if_it_begins_inside_a_bar()
    {
        var answer = Answering with { Answer = new(19, (4 * 96) + 48, (6 * 96) + 48) };
        Assert.Equal("Answering, bar 1 of 2", Text(answer));
        Assert.Equal("Answering, bar 2 of 2", Text(answer with { Position = (6 * 96) + 10 }));
    }

    [Theory]
    [InlineData(4, "The answer comes")]
    [InlineData(3, "The answer comes in 1 bar")]
    [InlineData(1, "The answer comes in 3 bars")]
    public void An_answer_that_is_requested_says_when_it_comes(int bar, string text) =>
        Assert.Equal(text, Text(Answering with { Position = (bar * 96) + 1, Answer = new(19, (4 * 96) + 48, 8 * 96) }));

    [Theory]
    [InlineData(PlayMode.Continue, true, "Play a phrase")]
    [InlineData(PlayMode.Continue, false, "Press play or play a phrase")]
    [InlineData(PlayMode.Vary, true, "Play a phrase")]
    [InlineData(PlayMode.Vary, false, "Press play or play a phrase")]
    [InlineData(PlayMode.Trade, true, "Your turn")]
    [InlineData(PlayMode.Trade, false, "Press play or play a phrase")]
    [InlineData(PlayMode.Generate, true, "The answer comes")]
    [InlineData(PlayMode.Generate, false, "Press play")]
    [InlineData(PlayMode.Hold, true, "The answer comes")]
    [InlineData(PlayMode.Hold, false, "Press play")]
    public void Without_an_answer_it_says_what_to_do(PlayMode mode, bool isPlaying, string text) =>
        Assert.Equal(text, Text(Idle with { Mode = mode, IsPlaying = isPlaying }));

    [Fact]
    public void Hold_without_a_take_says_so() =>
        Assert.Equal("No take to hold yet", Text(Idle with { Mode = PlayMode.Hold, CurrentTake = 0 }));

    [Fact]
    public void It_listens_while_the_phrase_goes_on() => Assert.Equal("Listening", Text(Idle with { HearsPhrase = true }));

    [Fact]
    public void Loading_and_bypass_come_before_everything_else()
    {
        Assert.Equal("Loading the style", StateText.Of(StateText.Of(Answering, Ready with { IsLoading = true }, isBypassed: true)));
        Assert.Equal("Bypassed", StateText.Of(StateText.Of(Answering, Ready, isBypassed: true)));
    }

    [Fact]
    public void Faults_of_the_routing_send_the_musician_to_its_page()
    {
        Assert.Equal("No MIDI arrives: see Routing", Text(Idle, RoutingFault.NoMidi));
        Assert.Equal("No notes get out: see Routing", Text(Idle, RoutingFault.NoOutput));
        // That nobody hears an answer counts more than its bar.
        Assert.Equal("No notes get out: see Routing", Text(Answering, RoutingFault.NoOutput));
        Assert.Equal("Answering, bar 2 of 4", Text(Answering, RoutingFault.NoMidi));
    }

    [Fact]
    public void Before_the_audio_thread_has_run_it_asks_for_play() =>
        Assert.Equal("Press play or play a phrase", Text(default));

    private static string Text(in EngineSnapshot engine, RoutingFault fault = RoutingFault.None) =>
        StateText.Of(StateText.Of(engine, Ready, isBypassed: false, fault));
}
