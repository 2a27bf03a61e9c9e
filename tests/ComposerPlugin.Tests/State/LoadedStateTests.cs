using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Host;
using ComposerPlugin.Music;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>A project that is loaded reaches the audio side whole, or not at all.</summary>
public sealed class LoadedStateTests : IDisposable
{
    private const string Key = "refused-state";

    private readonly InstanceStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    [InlineData(34)]
    [InlineData(500)]
    public void Of_many_states_before_the_first_block_the_last_one_plays(int before)
    {
        for (int i = 0; i < before; i++)
            Load("""{"format":1,"parameters":{"thru":1,"seed":9}}""");
        Load("""{"format":1,"parameters":{"thru":0},"learned":{"keep":{"note":50,"channel":1}}}""");
        Assert.Equal(0, _stage.Plain(Parameters.Thru));
        Assert.Equal([], Pass(60));
        // The learned key is taken, thru or not.
        _stage.Set(Parameters.Thru, 1);
        Assert.Equal([], Pass(50));
        Assert.Equal([51], Pass(51));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Undo_of_a_load_gives_the_former_state_fifty_times_in_a_row(bool plays)
    {
        Load("""{"format":1,"style":"hymn","parameters":{"seed":3,"thru":1},"learned":{"keep":{"note":50,"channel":1}}}""");
        byte[] old = _stage.Hosted.GetState();
        string other = """{"format":1,"style":"base","parameters":{"seed":4,"thru":0},"learned":{"new-take":{"note":51,"channel":1}}}""";
        for (int i = 0; i < 50; i++)
        {
            Load(other);
            if (plays)
                Assert.Equal([], Pass(60));
            Assert.True(_stage.Hosted.SetState(old));
            if (plays)
                Assert.Equal([60], Pass(60));
            Assert.Equal(old, _stage.Hosted.GetState());
        }
        Assert.Equal([60], Pass(60));
        Assert.Equal([], Pass(50));
        Assert.Equal([51], Pass(51));
    }

    [Fact]
    public void What_the_host_automates_after_a_load_and_before_a_look_is_saved()
    {
        Load("""{"format":1,"parameters":{"seed":3}}""");
        // Far more changes than any queue holds; the host asks for no value meanwhile.
        _stage.Hosted.Activate(48000, 512);
        for (int block = 0; block < 5000; block++)
        {
            _stage.Hosted.InputChanges.Add(Parameters.Seed.Id, 0, Parameters.Seed.ToNormalized(block % 100));
            Process(16);
        }
        _stage.Hosted.InputChanges.Add(Parameters.Seed.Id, 0, Parameters.Seed.ToNormalized(77));
        Process(16);
        Assert.Equal(77, Saved()["parameters"]!["seed"]!.GetValue<double>());
    }

    [Fact]
    public void A_load_counts_more_than_what_the_host_automated_before_it()
    {
        _stage.Hosted.Activate(48000, 512);
        _stage.Hosted.InputChanges.Add(Parameters.Seed.Id, 0, Parameters.Seed.ToNormalized(55));
        Process(16);
        Load("""{"format":1,"parameters":{"seed":3}}""");
        Process(16);
        Assert.Equal(3, _stage.Plain(Parameters.Seed), 6);
        _stage.Hosted.InputChanges.Add(Parameters.Seed.Id, 0, Parameters.Seed.ToNormalized(56));
        Process(16);
        Assert.Equal(56, _stage.Plain(Parameters.Seed), 6);
    }

    [Fact]
    public void Triggers_and_controllers_that_a_host_left_on_are_reset_with_the_state()
    {
        uint pressed = Parameters.NewTake.Id, modulation = MidiControllers.FirstId + 1;
        byte[] saved = _stage.Hosted.GetState();
        foreach (uint id in (uint[])[pressed, Parameters.RecallTake.Id, Parameters.Learn.Id, modulation])
            _stage.Hosted.ShowParameter(id, 1);
        Assert.True(_stage.Hosted.SetState(saved));
        foreach (uint id in (uint[])[pressed, Parameters.RecallTake.Id, Parameters.Learn.Id, modulation])
            Assert.Equal(0, _stage.Hosted.GetNormalized(id));
    }

    [Fact]
    public void Learning_ends_with_a_load()
    {
        _stage.Hosted.Activate(48000, 512);
        _stage.Hosted.InputChanges.Add(Parameters.Learn.Id, 0, Parameters.Learn.ToNormalized(1));
        Process(16);
        Load("""{"format":1}""");
        Assert.Equal([60], Pass(60));
    }

    [Theory]
    [InlineData("\ufeff", "")]
    [InlineData("", "\0\0\0\0")]
    [InlineData("\r\n\t ", " \n\0")]
    [InlineData("", "List\u0001\0\0\0Comp")]
    [InlineData("", "}}} and more")]
    [InlineData("/* by hand */", "// end")]
    public void What_stands_around_a_state_does_no_harm(string before, string behind)
    {
        Load($$"""{{before}}{"format":1,"parameters":{"seed":7},"takes":[]}{{behind}}""");
        Assert.Equal(7, _stage.Plain(Parameters.Seed));
    }

    [Fact]
    public void Whole_numbers_may_be_written_with_a_point()
    {
        Load("""
            {"format":1.0,"parameters":{"seed":7.0,"thru":0.0,},"learned":{"keep":{"note":50.0,"channel":1.0}},
            "takes":[{"meter":"4/4","notes":["0 24 60 90"],"style":"x","seed":12.0,"begin":0.0,"end":96.0,"number":4.0}]}
            """);
        Assert.Equal(7, _stage.Plain(Parameters.Seed));
        Assert.True(PluginState.TryRead(_stage.Hosted.GetState(), out var state));
        Assert.Equal(new LearnedMapping(LearnedSource.Note, 0, 50), state.Learned[2]);
        var phrase = new Phrase(Meter.Common, [new(0, 24, new(60), 90)]);
        Assert.Equal([new KeptTake("x", 12, 0, 96, phrase) { Number = 4 }], state.Session.Kept);
    }

    [Theory]
    [InlineData("""{"format":1,"parameters":{"seed":1,"seed":2}}""")]
    [InlineData("""{"format":1,"format":1,"parameters":{"seed":1},"parameters":{"seed":2}}""")]
    [InlineData("""{"format":1,"parameters":{"seed":2},"learned":{"keep":{"note":3,"channel":1},"keep":{"note":4,"channel":1}}}""")]
    [InlineData("""{"format":1,"parameters":{"seed":2},"takes":[{"style":"a","style":"b"}],"x":{"y":1,"y":2}}""")]
    public void Of_a_key_that_comes_twice_the_last_value_counts(string state)
    {
        Load(state);
        Assert.Equal(2, _stage.Plain(Parameters.Seed));
        byte[] saved = _stage.Hosted.GetState();
        Assert.True(_stage.Hosted.SetState(saved));
        Assert.Equal(saved, _stage.Hosted.GetState());
    }

    [Theory]
    [InlineData("Dear reader")]
    [InlineData("{}")]
    [InlineData("""{"format":1,"parameters":{"seed":7}""")]
    [InlineData("""{"format":1,"style":"\ud800"}""")]
    [InlineData("""{"format":1,"\udc00 key":1}""")]
    [InlineData("""{"format":-1}""")]
    [InlineData("""{"format":1.5}""")]
    [InlineData("""[{"format":1}]""")]
    public void A_refused_state_changes_nothing_is_told_and_is_kept_by_the_next_save(string refused)
    {
        Load("""{"format":1,"parameters":{"seed":42},"learned":{"keep":{"note":50,"channel":1}}}""");
        var before = Saved();
        Assert.False(_stage.Hosted.SetState(Encoding.UTF8.GetBytes(refused)));
        var status = _stage.Instance.Status;
        Assert.Equal(StatusLevel.Error, status.Level);
        Assert.StartsWith("The project's state cannot be read (", status.Text, StringComparison.Ordinal);
        Assert.EndsWith("saving keeps what was refused.", status.Text, StringComparison.Ordinal);
        Assert.InRange(status.Text.Length, 1, Utf16Text128.Capacity - 1);

        var after = Saved();
        Assert.Equal(refused, after[Key]!.GetValue<string>());
        // A project that is opened and saved again keeps it, too, and says no more of it.
        Load(after.ToJsonString());
        Assert.DoesNotContain("cannot be read", _stage.Instance.Status.Text, StringComparison.Ordinal);
        Assert.Equal(refused, Saved()[Key]!.GetValue<string>());
        after.Remove(Key);
        Assert.True(JsonNode.DeepEquals(before, after), after.ToJsonString());
    }

    [Fact]
    public void A_refused_state_that_is_no_text_is_kept_as_bytes()
    {
        byte[] bytes = [0xC3, 0x28, 0xFF, 0x00, 0x7B];
        Assert.False(_stage.Hosted.SetState(bytes));
        Assert.Equal($"base64:{Convert.ToBase64String(bytes)}", Saved()[Key]!.GetValue<string>());
    }

    [Theory]
    [InlineData(4 << 20, true)]
    [InlineData((4 << 20) + 1, false)]
    [InlineData((16 << 20) + 1, false)]
    public void A_refused_state_that_is_too_long_is_not_kept_and_that_is_said(int length, bool isKept)
    {
        byte[] bytes = new byte[length];
        bytes.AsSpan().Fill((byte)'x');
        Assert.False(_stage.Hosted.SetState(bytes));
        Assert.EndsWith(isKept ? "saving keeps what was refused." : "it is too long to keep.", _stage.Instance.Status.Text,
            StringComparison.Ordinal);
        Assert.Equal(isKept, Saved()[Key] is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData(" \r\n")]
    public void An_empty_state_is_refused_without_a_word(string state)
    {
        byte[] before = _stage.Hosted.GetState();
        Assert.False(_stage.Hosted.SetState(Encoding.UTF8.GetBytes(state)));
        Assert.Equal(before, _stage.Hosted.GetState());
        Assert.DoesNotContain("cannot be read", _stage.Instance.Status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_state_after_a_refused_one_is_as_if_that_had_not_been()
    {
        byte[] good = _stage.Hosted.GetState();
        Assert.False(_stage.Hosted.SetState("{\"format\""u8));
        Assert.True(_stage.Hosted.SetState(good));
        Assert.Equal(good, _stage.Hosted.GetState());
        Assert.DoesNotContain("cannot be read", _stage.Instance.Status.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"format\":1,\"x\":", 100)]
    [InlineData("{\"format\":1,\"x\":", 100_000)]
    [InlineData("[", 1_000_000)]
    public void A_state_that_is_nested_too_deeply_is_refused(string opening, int depth)
    {
        string state = string.Concat(Enumerable.Repeat(opening, depth));
        Assert.False(_stage.Hosted.SetState(Encoding.UTF8.GetBytes(state)));
        Assert.Contains("not JSON", _stage.Instance.Status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void States_may_be_loaded_and_saved_on_threads_of_their_own_while_the_plugin_plays()
    {
        const int Loads = 400;
        string one = """{"format":1,"parameters":{"seed":1,"thru":1,"surprise":0.1}}""";
        string two = """{"format":1,"parameters":{"seed":2,"thru":1,"surprise":0.2}}""";
        using var isOver = new ManualResetEventSlim();
        int failed = 0;
        _stage.Hosted.Activate(48000, 512);
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < Loads; i++)
            {
                if (!_stage.Hosted.SetState(Encoding.UTF8.GetBytes(i % 2 == 0 ? one : two)))
                    Interlocked.Increment(ref failed);
                var saved = Saved()["parameters"]!;
                // Never a mixture of both.
                if (saved["seed"]!.GetValue<double>() / 10 != saved["surprise"]!.GetValue<double>())
                    Interlocked.Increment(ref failed);
            }
        })).Append(new Thread(() =>
        {
            while (!isOver.IsSet)
            {
                _stage.Hosted.InputChanges.Add(Parameters.Density.Id, 0, 0.5);
                if (!_stage.Hosted.Process(64, default))
                    Interlocked.Increment(ref failed);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads[0].Join();
        threads[1].Join();
        isOver.Set();
        threads[2].Join();
        Assert.Equal(0, failed);
    }

    private void Load(string state) => Assert.True(_stage.Hosted.SetState(Encoding.UTF8.GetBytes(state)), state);

    private JsonObject Saved() => JsonNode.Parse(_stage.Hosted.GetState())!.AsObject();

    /// <summary>Plays a note for a block, and returns the pitches that come out.</summary>
    private List<int> Pass(short pitch)
    {
        _stage.Hosted.Activate(48000, 512);
        _stage.Hosted.InputEvents.Add(new() { Type = EventType.NoteOn, NoteOn = new() { Pitch = pitch, Velocity = 0.8f, NoteId = -1 } });
        Process(512);
        var output = _stage.Hosted.OutputEvents;
        List<int> passed = [.. Enumerable.Range(0, output.Count).Where(i => output[i].Type == EventType.NoteOn)
            .Select(i => (int)output[i].NoteOn.Pitch)];
        _stage.Hosted.Deactivate();
        return passed;
    }

    private void Process(int frames) => Assert.True(_stage.Hosted.Process(frames, default));
}
