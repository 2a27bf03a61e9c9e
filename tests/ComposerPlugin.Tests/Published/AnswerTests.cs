using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

public class AnswerTests
{
    private static readonly SessionSetup _offline = new() { Mode = ProcessMode.Offline };

    public static TheoryData<string, double, int> Phrases => new()
    {
        { "reel.mid", 4, 4 }, { "jig.mid", 3, 4 }, { "slip-jig.mid", 4.5, 3 }, { "waltz.mid", 3, 2 }, { "slow-air.mid", 4, 1 },
        { "polka.mid", 2, 8 },
        { "seven.mid", 3.5, 4 }, { "thirty-seconds.mid", 4, 2 }, { "chords.mid", 4, 4 }, { "tied.mid", 4, 3 },
    };

    [Theory]
    [MemberData(nameof(Phrases))]
    public void A_phrase_is_answered_on_the_grid_for_the_set_bars(string phrase, double barQuarters, int bars)
    {
        var take = PlayedTake.Of(phrase, _offline, prepare: plugin =>
        {
            PlayedTake.Set(plugin, Parameters.AnswerBars, bars);
            PlayedTake.Set(plugin, Parameters.PhraseEnd, 1);
            PlayedTake.Set(plugin, Parameters.FollowPhrase, 0);
        }, quartersAfter: (bars + 3) * barQuarters);

        Assert.NotEmpty(take.Answer);
        double lastRelease = take.Thru.Max(note => note.EndQuarter);
        double start = take.Answer[0].Quarter;
        // A rest of a quarter, then the next beat: never more than a beat (three eighths at most) and a sample later.
        Assert.InRange(start - lastRelease, 1 - 0.03, 2.5 + 0.001);
        foreach (var note in take.Answer)
        {
            double line = Math.Round(note.Quarter * 4) / 4;
            Assert.InRange(note.Time - take.Transport.SongSampleOf(line), -1e-6, 1);
            Assert.InRange(note.EndTime, note.Time + 1, take.Transport.TimeAfter(start + (bars * barQuarters)) + 1);
        }
        Assert.InRange(take.Answer.Max(note => note.Quarter), start + ((bars - 1) * barQuarters) - 0.001, start + (bars * barQuarters));
        Balanced(take);
    }

    [Theory]
    [InlineData("reel.mid")]
    [InlineData("jig.mid")]
    [InlineData("seven.mid")]
    [InlineData("chords.mid")]
    public void The_same_seed_gives_the_same_output_at_every_block_size(string phrase)
    {
        var reference = PlayedTake.Of(phrase, _offline with { Blocks = BlockSizes.Fixed(512) }).Events;
        Assert.True(reference.Count > 40);
        foreach (var blocks in (BlockSizes[])[.. ((int[])[16, 32, 64, 480, 2048, 4096]).Select(BlockSizes.Fixed),
            BlockSizes.Random(1, 2048, 5), BlockSizes.Repeating(0, 700, 0, 31)])
            Assert.Equal(reference, PlayedTake.Of(phrase, _offline with { Blocks = blocks }).Events);
    }

    [Fact]
    public void Both_classes_give_the_same_answer() =>
        Assert.Equal(PlayedTake.Of("reel.mid", _offline, "Composer").Events, PlayedTake.Of("reel.mid", _offline, "Composer MIDI").Events);

    [Fact]
    public void Generated_music_cadences_once_in_every_answer_length()
    {
        const int Periods = 6, Bars = 2, D = 2;
        var take = PlayedTake.Of("reel.mid", _offline, prepare: plugin =>
        {
            PlayedTake.Set(plugin, Parameters.Mode, (int)Engine.PlayMode.Generate);
            PlayedTake.Set(plugin, Parameters.AnswerBars, Bars);
            PlayedTake.Set(plugin, Parameters.Key, D);
            PlayedTake.Set(plugin, Parameters.ScaleLock, 1);
            PlayedTake.Set(plugin, Parameters.EndOnTonic, 1);
        }, quartersAfter: (Periods + 1) * Bars * 4);

        // While the phrase is played, an answer note of the same pitch and onset cannot be distinguished from it.
        double first = Math.Round(take.Answer[0].Quarter / 4) * 4, last = take.Thru.Max(note => note.Quarter);
        var periods = take.Answer.GroupBy(note => (int)Math.Floor((note.Quarter - first + 0.01) / (Bars * 4)))
            .Where(period => first + (period.Key * Bars * 4) > last).OrderBy(period => period.Key).Take(Periods).ToList();
        Assert.Equal(Periods, periods.Count);
        Assert.All(periods, period => Assert.Equal(D, period.MaxBy(note => note.Quarter)!.Pitch % 12));
    }

    [Fact]
    public void Another_seed_gives_another_answer()
    {
        var takes = Enumerable.Range(1, 4).Select(seed => string.Join(
            '\n', PlayedTake.Of("reel.mid", _offline, prepare: plugin => PlayedTake.Set(plugin, Parameters.Seed, seed)).Events));
        Assert.Equal(4, takes.Distinct().Count());
    }

    [Theory]
    [InlineData(44100)]
    [InlineData(96000)]
    [InlineData(192000)]
    public void The_same_seed_gives_the_same_answer_at_every_sample_rate(double rate)
    {
        Assert.Equal(Notes(48000), Notes(rate));

        static List<(double, int, int)> Notes(double rate) =>
            [.. PlayedTake.Of("jig.mid", _offline, sampleRate: rate).Answer.Select(
                note => (Math.Round(note.Quarter, 3), note.Pitch, note.Velocity))];
    }

    [Fact]
    public void Live_and_offline_runs_give_the_same_answer_except_for_late_notes()
    {
        static void Short(HostedPlugin plugin) => PlayedTake.Set(plugin, Parameters.AnswerBars, 1);
        var offline = PlayedTake.Of("polka.mid", _offline, prepare: Short, tempo: 220, quartersAfter: 6).Answer;
        var live = PlayedTake.Of("polka.mid", new() { Pacing = Pacing.Realtime }, prepare: plugin =>
        {
            Short(plugin);
            while (plugin.GetNormalized(Parameters.Status.Id) == 0)
                Thread.Yield();
        }, tempo: 220, quartersAfter: 6).Answer;
        Assert.NotEmpty(live);
        Assert.All(live, note => Assert.Contains(note, offline));
    }

    [Fact]
    public void Notes_and_controllers_go_through_unchanged_and_not_one_sample_late()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        var random = new Random(1);
        var timeline = new Timeline();
        var sent = new List<string>();
        for (int i = 0; i < 500; i++)
        {
            long time = i * 997;
            int pitch = random.Next(128), velocity = random.Next(1, 128), channel = random.Next(16);
            timeline.LiveNote(time, 900, pitch, velocity, channel).LiveController(time + 5, random.Next(120), i % 128, channel);
            sent.Add($"{time} on {pitch} {velocity} {channel}");
            sent.Add($"{time + 900} off {pitch} {channel}");
        }
        Assert.True(plugin.Parameters.Count > 0);
        using var session = new HostSession(plugin, new(SongMap.Constant(120), 48000), timeline,
            new() { Blocks = BlockSizes.Random(1, 1024, 2), MapControllers = false });
        session.RunFrames(500 * 997);

        var heard = new List<string>();
        int controllers = 0;
        foreach (var (time, _, e) in session.Recording.Events)
        {
            if (e.Type == EventType.NoteOn)
                heard.Add($"{time} on {e.NoteOn.Pitch} {Math.Round(e.NoteOn.Velocity * 127)} {e.NoteOn.Channel}");
            else if (e.Type == EventType.NoteOff)
                heard.Add($"{time} off {e.NoteOff.Pitch} {e.NoteOff.Channel}");
            else
                controllers++;
        }
        Assert.Equal(sent.Order(), heard.Order());
        Assert.Equal(500, controllers);
    }

    [Fact]
    public void The_answer_stops_when_the_player_plays_again()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        // Four quarters, a rest, and a note in the middle of the answer.
        var timeline = new Timeline();
        for (int i = 0; i < 4; i++)
            timeline.Note(i, 0.9, 62 + (2 * i));
        timeline.Note(8.1, 1, 50);
        using var session = new HostSession(plugin, new(SongMap.Constant(100), 48000), timeline, _offline);
        session.RunUntilPlayed(9);
        var answer = session.Recording.Notes().Where(note => note.Quarter is > 4.5 and < 8.05).ToList();
        Assert.NotEmpty(answer);
        Assert.All(answer, note => Assert.InRange(note.EndQuarter, 4.5, 8.1001));
        Assert.DoesNotContain(session.Recording.Notes(), note => note.Quarter > 8.05 && note.Pitch != 50);
    }

    [Fact]
    public void A_loop_a_jump_and_a_stop_leave_no_note_sounding()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        for (int seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            using var plugin = library.Create("Composer");
            var timeline = new Timeline();
            for (int i = 0; i < 8; i++)
                timeline.Note(i * 0.5, 0.4, 60 + random.Next(20));
            var transport = new HostTransport(SongMap.Constant(random.Next(60, 200)), 48000);
            transport.CycleOn(0, 4 + random.Next(12)).CycleOff(random.Next(400_000, 500_000))
                .Locate(random.Next(500_000, 700_000), random.Next(30)).Stop(random.Next(700_000, 900_000))
                .Play(random.Next(900_000, 1_000_000));
            using var session = new HostSession(plugin, transport, timeline, _offline with { Blocks = BlockSizes.Random(0, 1024, seed) });
            session.RunFrames(1_000_000);
            PlayedTake.Set(plugin, Parameters.Bypass, 1);
            session.RunFrames(200_000);

            var notes = session.Recording.Notes(out int stray);
            Assert.True(stray == 0 && notes.All(note => note.EndTime >= 0), $"seed {seed}");
            Assert.Equal(0, session.Recording.MisplacedEvents + session.Recording.FailedBlocks);
        }
    }

    [Theory]
    [InlineData(512)]
    [InlineData(24_000)]
    public void A_host_that_sometimes_omits_event_lists_gets_every_note_off_later(int frames)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        plugin.Activate(48000, frames, ProcessMode.Offline);
        plugin.SetProcessing(true);
        var transport = new HostTransport(SongMap.Constant(120), 48000);
        var sounding = new Dictionary<int, int>();
        var random = new Random(4);
        int answered = 0;
        for (int block = 0; block < 1_536_000 / frames; block++)
        {
            // One phrase of four quarters, then silence; a third of the blocks have no output event list.
            if (block == 0 || block == 36_000 / frames)
            {
                plugin.InputEvents.Add(new()
                {
                    Type = block == 0 ? EventType.NoteOn : EventType.NoteOff, NoteOn = new() { Pitch = 60, Velocity = 0.8f, NoteId = -1 },
                });
            }
            var missing = block > 36_000 / frames && random.Next(3) == 0 ? BlockParts.OutputEvents : BlockParts.None;
            Assert.True(plugin.Process(frames, transport.ContextAt(block * (long)frames, (ContextFlags)uint.MaxValue), missing));
            for (int i = 0; i < plugin.OutputEvents.Count; i++)
            {
                ref readonly var e = ref plugin.OutputEvents[i];
                sounding[e.NoteOn.Pitch] = sounding.GetValueOrDefault(e.NoteOn.Pitch) + (e.Type == EventType.NoteOn ? 1 : -1);
                Assert.InRange(sounding[e.NoteOn.Pitch], 0, 1);
                answered += e.Type == EventType.NoteOn ? 1 : 0;
            }
        }
        plugin.SetProcessing(false);
        Assert.True(answered > 5);
        Assert.All(sounding.Values, count => Assert.Equal(0, count));
    }

    private static void Balanced(PlayedTake take)
    {
        take.Recording.Notes(out int stray);
        Assert.Equal(0, stray);
        Assert.All(take.Answer.Concat(take.Thru), note => Assert.True(note.EndTime > note.Time, $"{note}"));
        Assert.Equal((0, 0), (take.Recording.FailedBlocks, take.Recording.MisplacedEvents));
        // The preview tone sounds.
        Assert.InRange(take.Recording.AudioPeak, 0.01, 1);
    }
}
