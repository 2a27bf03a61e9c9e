using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests;

public class PluginStateTests
{
    // Written by version 0.1.0. Never change it.
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
    public void Learned_mappings_are_saved_under_the_keys_of_their_parameters()
    {
        LearnedMapping[] learned =
            [.. Parameters.Learners.Select((_, number) => new LearnedMapping(LearnedSource.Controller, 0, (byte)number))];
        var json = LearnedJson.Write(learned, null)!;
        Assert.Equal(Parameters.Learners.Select(learner => learner.Key), json.Select(one => one.Key));
        var triggers = Enum.GetNames<TakeTrigger>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName);
        Assert.Equal(triggers, json.Take(MidiLearn.Triggers).Select(one => one.Key));
        Assert.Equal(learned, LearnedJson.Read(JsonNode.Parse(json.ToJsonString())));
    }

    [Fact]
    public void The_golden_state_is_read()
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(Golden), out var state));
        Assert.Equal("irish-scots-session", state.Style);
        Assert.Equal(1.5, state.Parameters["phrase-end"]);
        Assert.Equal(8, state.Parameters.Count);
    }

    [Fact]
    public void A_state_is_written_back_equal()
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
    public void An_invalid_state_is_refused(string text) => Assert.False(PluginState.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("""{"format":1,"parameters":{"seed":"many","grid":null,"top-p":1e999}}""")]
    [InlineData("""{"format":1,"parameters":[1,2]}""")]
    [InlineData("""{"format":1,"style":7}""")]
    public void Values_of_the_wrong_type_are_ignored(string text)
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(text), out var state));
        Assert.Null(state.Style);
        Assert.Empty(state.Parameters);
    }

    // Written by version 0.1.0. Never change it.
    private const string GoldenLearned = """
        {
          "format": 1,
          "style": "irish-scots-session",
          "program": "Default",
          "parameters": {
            "seed": 42
          },
          "learned": {
            "new-take": {
              "note": 36,
              "channel": 10
            },
            "keep": {
              "controller": 64,
              "channel": 1
            }
          },
          "style-hash": "0f3d"
        }
        """;

    [Fact]
    public void The_golden_state_with_learned_controls_is_written_back_equal()
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(GoldenLearned), out var state));
        Assert.Equal(("Default", "0f3d"), (state.Program, state.StyleHash));
        Assert.Equal([new(LearnedSource.Note, 9, 36), default, new(LearnedSource.Controller, 0, 64), default, default],
            state.Learned.Take(5));
        Assert.All(state.Learned.Skip(5), learned => Assert.Equal(default, learned));
        (state.Learned, state.Program, state.StyleHash) = (state.Learned, state.Program, state.StyleHash);
        Assert.Equal(GoldenLearned, Encoding.UTF8.GetString(state.ToBytes()));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{"keep":7,"new-take":{"note":128,"channel":1},"capture-a":{"note":1},"capture-b":{"controller":"x","channel":1}}""")]
    [InlineData("""{"keep":{"note":3,"channel":17},"new-take":{"note":3,"channel":0}}""")]
    [InlineData("""{"density":{"note":3,"channel":1}}""")]
    public void Learned_controls_of_the_wrong_type_are_ignored(string learned)
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes($$"""{"format":1,"learned":{{learned}}}"""), out var state));
        Assert.NotEmpty(state.Learned);
        Assert.All(state.Learned, one => Assert.Equal(LearnedSource.None, one.Source));
    }

    [Fact]
    public void Triggers_of_a_later_version_keep_what_they_learned()
    {
        Assert.True(PluginState.TryRead("""{"format":1,"learned":{"dance":{"note":3,"channel":1}}}"""u8, out var state));
        state.Learned = state.Learned;
        Assert.Contains("dance", Encoding.UTF8.GetString(state.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Component_and_controller_hold_the_same_state_for_hosts_that_store_either()
    {
        using var first = new InstanceStage("Composer");
        first.Set(Parameters.Seed, 77);
        first.Set(Parameters.PreviewLevel, -20);
        byte[] saved = first.Hosted.GetState();
        Assert.Equal(saved, first.Hosted.GetControllerState());
        foreach (bool fromComponent in (bool[])[true, false])
        {
            using var second = new InstanceStage("Composer");
            Assert.True(fromComponent ? second.Hosted.SetState(saved) : second.Hosted.SetControllerState(saved));
            Assert.Equal(77, second.Plain(Parameters.Seed));
            Assert.Equal(saved, second.Hosted.GetState());
        }
        Assert.False(first.Hosted.SetControllerState("Dear reader"u8));
        Assert.True(first.Hosted.SetControllerState(saved));
        Assert.Equal(saved, first.Hosted.GetState());
    }

    // Written by version 0.1.0. Never change it.
    private const string GoldenMusic = """
        {
          "format": 1,
          "last-phrase": {
            "meter": "6/8",
            "notes": [
              "0 12 62 90",
              "12 24 66 80"
            ]
          },
          "phrase-a": {
            "meter": "4/4",
            "notes": [
              "24 24 60 100"
            ]
          },
          "takes": [
            {
              "meter": "4/4",
              "notes": [
                "48 96 67 64"
              ],
              "style": "irish-scots-session",
              "seed": 4294967295,
              "begin": 48,
              "end": 192
            }
          ]
        }
        """;

    [Fact]
    public void The_golden_state_with_music_is_written_back_equal()
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(GoldenMusic), out var state));
        Assert.Equal(new Phrase(new(6, 8), [new(0, 12, new(62), 90), new(12, 24, new(66), 80)]), state.Session.LastPhrase);
        Assert.Equal(new Phrase(Meter.Common, [new(24, 24, new(60), 100)]), state.Session.PhraseA);
        Assert.Null(state.Session.PhraseB);
        Assert.Equal([new KeptTake("irish-scots-session", uint.MaxValue, 48, 192, new(Meter.Common, [new(48, 96, new(67), 64)]))],
            state.Session.Kept);
        state.Session = state.Session;
        Assert.Equal(GoldenMusic, Encoding.UTF8.GetString(state.ToBytes()));
    }

    [Theory]
    [InlineData("""{"format":1,"last-phrase":7,"phrase-a":{"meter":"four","notes":[]},"phrase-b":{"meter":"4/5","notes":[]}}""")]
    [InlineData("""{"format":1,"last-phrase":{"meter":"4/4"},"takes":[7,{"meter":"4/4","notes":[]},"""
        + """{"meter":"4/4","notes":[],"style":"x","seed":-1,"begin":0,"end":9}]}""")]
    [InlineData("""{"format":1,"takes":[{"meter":"4/4","notes":[],"style":"x","seed":1,"begin":9,"end":9}]}""")]
    public void Invalid_phrases_and_takes_are_ignored(string text)
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(text), out var state));
        Assert.Equal((null, null, null, 0),
            (state.Session.LastPhrase, state.Session.PhraseA, state.Session.PhraseB, state.Session.Kept.Count));
    }

    [Theory]
    [InlineData("0 12 62")]
    [InlineData("0 0 62 90")]
    [InlineData("0 12 128 90")]
    [InlineData("0 12 62 0")]
    [InlineData("-1 12 62 90")]
    [InlineData("0 99999999 62 90")]
    [InlineData("a b c d")]
    public void Invalid_notes_are_ignored(string note)
    {
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(
            $$$"""{"format":1,"last-phrase":{"meter":"4/4","notes":["{{{note}}}","0 12 62 90",3]}}"""), out var state));
        Assert.Single(state.Session.LastPhrase!);
    }

    [Theory]
    [InlineData("Bridge")]
    [InlineData("Réponse 2 \ud83c\udfb5 \"quiet\"")]
    public void Names_and_numbers_of_takes_are_saved(string name)
    {
        var state = PluginState.Empty();
        var take = new KeptTake("x", 3, 0, 96, new(Meter.Common, [new(0, 12, new(60), 90)])) { Number = 12, Name = name };
        state.Session = new() { Kept = [take, take with { Number = 0, Name = null }] };
        Assert.True(PluginState.TryRead(state.ToBytes(), out var read));
        Assert.Equal([take, take with { Number = 0, Name = null }], read.Session.Kept);

        using var stage = new InstanceStage();
        Assert.True(stage.Hosted.SetState(state.ToBytes()));
        Assert.True(PluginState.TryRead(stage.Hosted.GetState(), out read));
        Assert.Equal([take, take with { Number = 13, Name = null }], read.Session.Kept);
    }

    [Theory]
    [InlineData("\"name\":7,\"number\":\"x\"", null, 0)]
    [InlineData("\"name\":\"\",\"number\":-1", null, 0)]
    [InlineData("\"name\":\" a\\nb \",\"number\":5", "ab", 5)]
    [InlineData("\"name\":[],\"number\":1e99", null, 0)]
    public void Names_and_numbers_of_the_wrong_type_are_ignored(string keys, string? name, int number)
    {
        string text = "{\"format\":1,\"takes\":[{\"meter\":\"4/4\",\"notes\":[\"0 12 60 90\"],\"style\":\"x\",\"seed\":1,\"begin\":0,"
            + $"\"end\":96,{keys}" + "}]}";
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(text), out var state));
        var take = Assert.Single(state.Session.Kept);
        Assert.Equal((name, number), (take.Name, take.Number));
    }

    [Fact]
    public void Long_names_are_cut_when_they_are_read()
    {
        var state = PluginState.Empty();
        var take = new KeptTake("x", 3, 0, 96, new(Meter.Common, [new(0, 12, new(60), 90)])) { Name = new('n', 5000) };
        state.Session = new() { Kept = [take] };
        Assert.True(PluginState.TryRead(state.ToBytes(), out var read));
        Assert.Equal(TakeName.MostUnits, read.Session.Kept[0].Name!.Length);
    }

    [Fact]
    public void An_instance_saves_the_music_and_the_missing_style_that_it_loaded()
    {
        using var stage = new InstanceStage();
        Assert.True(stage.Hosted.SetState(Encoding.UTF8.GetBytes(GoldenMusic.Replace(
            "\"format\": 1,", "\"format\": 1, \"style\": \"gone\", \"style-hash\": \"0f3d\",", StringComparison.Ordinal))));
        Assert.True(PluginState.TryRead(stage.Hosted.GetState(), out var state));
        Assert.True(PluginState.TryRead(Encoding.UTF8.GetBytes(GoldenMusic), out var golden));
        Assert.Equal(golden.Session.LastPhrase, state.Session.LastPhrase);
        // A take of a project without numbers gets one.
        Assert.Equal(golden.Session.Kept, state.Session.Kept.Select(take => take with { Number = 0 }));
        Assert.Equal([1], state.Session.Kept.Select(take => take.Number));
        Assert.Equal(("gone", "0f3d"), (state.Style, state.StyleHash));
    }
}
