using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

// At 120 bpm and 48 kHz a quarter is 24,000 frames, a tick 1,000.
public class AnswerEngineTests
{
    private static IEnumerable<PlayedKey> Motif(long frame = 0) =>
        Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(frame + (i * 24000), 20000, (byte)(60 + i)));

    [Fact]
    public void The_answer_begins_on_the_beat_after_the_rest_and_fills_its_bars()
    {
        using var performance = new EngineStage(Motif());
        performance.Run(600_000, () => 512);

        // Released at tick 92; a rest of a quarter ends at 116; the next beat is 120.
        var onsets = performance.Played.Where(played => played.Note.IsOn).Select(played => played.Frame).ToList();
        Assert.Equal(Enumerable.Range(0, 16).Select(i => 120_000L + (i * 12_000)), onsets);
        Assert.Equal(120_000 + (2 * 96_000), performance.Played[^1].Frame);
        Balanced(performance);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(9, 9)]
    public void The_answer_is_played_on_the_set_channel_or_the_players(int set, byte channel)
    {
        using var performance = new EngineStage(Motif());
        performance.Controls = performance.Controls with { Channel = (sbyte)set };
        performance.Run(600_000, () => 512);
        Assert.NotEmpty(performance.Played);
        Assert.All(performance.Played, played => Assert.Equal(channel, played.Note.Channel));
    }

    [Fact]
    public void A_channel_changed_during_a_note_ends_the_note_on_its_first_channel()
    {
        using var performance = new EngineStage(Motif());
        performance.Run(150_000, () => 512);
        performance.Controls = performance.Controls with { Channel = 5 };
        performance.Run(450_000, () => 512);
        Assert.Equal([0, 5], performance.Played.Select(played => (int)played.Note.Channel).Distinct());
        foreach (byte channel in (byte[])[0, 5])
        {
            var there = performance.Played.Where(played => played.Note.Channel == channel).ToList();
            Assert.Equal(there.Count(played => played.Note.IsOn), there.Count(played => !played.Note.IsOn));
        }
    }

    [Theory]
    [InlineData(StartQuantize.Grid, 120_000)]
    [InlineData(StartQuantize.Beat, 120_000)]
    [InlineData(StartQuantize.Bar, 192_000)]
    public void The_answer_begins_on_the_start_position_of_the_control(StartQuantize line, long frame)
    {
        using var performance = new EngineStage(Motif()) { Controls = new(false, 1, 24, line, new(Grid.Eighth, 1, 1, 1)) };
        performance.Run(400_000, () => 480);
        Assert.Equal(frame, performance.Played[0].Frame);
    }

    [Fact]
    public void Played_notes_are_sent_on_the_grid_before_the_answer_is_requested()
    {
        using var performance = new EngineStage([.. EngineStage.Key(700, 10_600, 60), .. EngineStage.Key(24_400, 5_000, 64)]);
        performance.Run(200_000, () => 64);

        var heard = performance.Composer.Heard;
        Assert.Equal([RequestKind.Restart, RequestKind.Note, RequestKind.Note, RequestKind.Answer], heard.Select(request => request.Kind));
        Assert.Equal([(0L, 12), (24L, 6)], heard.Where(request => request.Kind == RequestKind.Note)
            .Select(request => (request.Note.Onset, request.Note.Duration)));
    }

    [Fact]
    public void Playing_again_stops_the_answer_at_once()
    {
        using var performance = new EngineStage(Motif().Concat(EngineStage.Key(155_000, 1_000, 72)));
        performance.Run(157_000, () => 256);

        Assert.Equal(155_000, performance.Played[^1].Frame);
        Assert.False(performance.Engine.IsAnswering);
        var stop = performance.Composer.Heard.Single(request => request.Kind == RequestKind.Stop);
        Assert.Equal((154, 1), (stop.LastTick, stop.Answer.Id));
        Balanced(performance);
    }

    [Fact]
    public void A_key_on_the_tick_of_an_answering_note_silences_it()
    {
        using var performance = new EngineStage(Motif().Concat(EngineStage.Key(144_000, 1_000, 72)));
        performance.Run(146_000, () => 256);
        Assert.DoesNotContain(performance.Played, played => played.Note.IsOn && played.Frame >= 144_000);
    }

    [Theory]
    [InlineData(-400, 143)]
    [InlineData(0, 143)]
    [InlineData(1, 143)]
    [InlineData(400, 143)]
    [InlineData(600, 144)]
    public void A_note_silenced_by_a_key_within_half_a_tick_counts_as_never_played(int framesBehind, long lastTick)
    {
        using var performance = new EngineStage(Motif().Concat(EngineStage.Key(144_000 + framesBehind, 1_000, 72)));
        performance.Run(146_000, () => 256);
        Assert.Equal(lastTick, performance.Composer.Heard.Single(request => request.Kind == RequestKind.Stop).LastTick);
        Balanced(performance);
    }

    [Theory]
    [InlineData(-400, 120)]
    [InlineData(0, 120)]
    [InlineData(1, 120)]
    [InlineData(400, 120)]
    [InlineData(600, 102)]
    public void A_key_within_half_a_tick_of_the_answers_start_leaves_the_phrase_open(int framesBehind, long next)
    {
        // The answer begins at tick 72. With the key the phrase has a rest of 28 ticks inside, so that 35 end it; alone, the key's length
        // and an eighth would.
        var keys = Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(i * 12_000, 8_000, 60));
        using var performance = new EngineStage(keys.Concat(EngineStage.Key(72_000 + framesBehind, 8_000, 64)));
        performance.Controls = performance.Controls with { RestTicks = 0, StartOn = StartQuantize.Grid };
        performance.Run(150_000, () => 256);
        Assert.Equal([72, next], performance.Answers.Select(request => request.Answer.Start));
    }

    [Fact]
    public void The_take_is_the_same_at_every_block_size()
    {
        var reference = Take(() => 512);
        Assert.NotEmpty(reference);
        foreach (int size in (int[])[1, 16, 32, 64, 480, 2048, 4096, 100_000])
            Assert.Equal(reference, Take(() => size));
        var random = new Random(3);
        Assert.Equal(reference, Take(() => random.Next(1, 3000)));

        static List<(long, OutputNote)> Take(Func<int> blockSize)
        {
            using var performance = new EngineStage(Motif(7_013).Concat(Motif(300_000)));
            performance.Run(700_000, blockSize);
            return performance.Played;
        }
    }

    [Fact]
    public void The_take_is_the_same_at_every_sample_rate()
    {
        var reference = Take(48000);
        foreach (double rate in (double[])[44100, 88200, 96000, 192000])
            Assert.Equal(reference, Take(rate));

        static List<(double, OutputNote)> Take(double rate)
        {
            var keys = Motif(6_000).Concat(Motif(306_000)).Select(key => key with { Frame = (long)Math.Round(key.Frame * rate / 48000) });
            using var performance = new EngineStage(keys)
            {
                SampleRate = rate,
                Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / (rate / 2), Meter = Meter.Common },
            };
            performance.Run((long)(700_000 * rate / 48000), () => 333);
            return [.. performance.Played.Select(played => (Math.Round(played.Frame / rate * 48, 0), played.Note))];
        }
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(6, 8)]
    [InlineData(7, 8)]
    [InlineData(12, 8)]
    public void Bars_are_those_of_the_meter(int numerator, int denominator)
    {
        Meter meter = new(numerator, denominator);
        using var performance = new EngineStage(Motif())
        {
            Controls = new(false, 1, 12, StartQuantize.Bar, new(Grid.Sixteenth, 1, 1, 1)),
            Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0, Meter = meter },
        };
        performance.Run(700_000, () => 512);
        long begun = performance.Played[0].Frame / 1000;
        Assert.Equal(0, begun % meter.BarTicks);
        Assert.Equal(begun + meter.BarTicks, performance.Played[^1].Frame / 1000);
    }

    [Fact]
    public void Stopping_the_host_ends_the_answer()
    {
        using var performance = new EngineStage(Motif())
        {
            Host = frame => new() { IsPlaying = frame < 150_000, Tempo = 120, Quarter = Math.Min(frame, 150_000) / 24000.0 },
        };
        performance.Run(500_000, () => 500);
        Assert.Equal(150_000, performance.Played[^1].Frame);
        Balanced(performance);
    }

    [Fact]
    public void An_answer_plays_on_through_a_loop()
    {
        using var performance = new EngineStage(Motif())
        {
            Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0 % 8, CycleStart = 0, CycleEnd = 8 },
        };
        performance.Run(400_000, () => 500);
        Assert.Equal(16, performance.Played.Count(played => played.Note.IsOn));
        Assert.Equal(312_000, performance.Played[^1].Frame);
    }

    [Fact]
    public void A_loop_that_moves_the_bar_lines_off_the_grid_ends_the_answer()
    {
        using var performance = new EngineStage(Motif())
        {
            Host = frame => new()
            {
                IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0 % 6.1, BarQuarter = Math.Floor(frame / 24000.0 % 6.1 / 4) * 4,
                CycleStart = 0, CycleEnd = 6.1,
            },
        };
        performance.Run(400_000, () => 100);
        Assert.Equal(146_400, performance.Played[^1].Frame);
        Balanced(performance);
    }

    [Fact]
    public void A_beat_off_the_grid_is_skipped()
    {
        using var performance = new EngineStage(Motif())
        {
            Controls = new(false, 1, 24, StartQuantize.Beat, new(Grid.Quarter, 1, 1, 1)),
            Host = frame => new() { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0, Meter = new(7, 8) },
        };
        performance.Run(400_000, () => 512);
        // The bar begins at tick 84; its beats are eighths, of which every second is a quarter.
        Assert.Equal(0, ((performance.Played[0].Frame / 1000) - 84) % 24);
    }

    [Fact]
    public void A_note_off_that_the_host_refuses_is_sent_again()
    {
        using var performance = new EngineStage(Motif());
        performance.Run(126_000, () => 500);
        var sounding = performance.Played.Count(played => played.Note.IsOn) - performance.Played.Count(played => !played.Note.IsOn);
        Assert.Equal(1, sounding);

        var performer = performance.Engine;
        performer.Restart();
        Assert.Equal([false], performer.Output.Waiting.ToArray().Select(note => note.IsOn));
        performer.Output.Retain(performer.Output.Waiting[0]);
        performer.Output.Clear();
        Assert.Equal([false], performer.Output.Waiting.ToArray().Select(note => note.IsOn));
        performer.Output.Clear();
        Assert.Equal(0, performer.Output.Count);
    }

    [Fact]
    public void Bypass_ends_the_answer_and_none_begins()
    {
        using var performance = new EngineStage(Motif().Concat(Motif(300_000)));
        performance.Run(150_000, () => 500);
        performance.Controls = performance.Controls with { Bypass = true };
        performance.Run(600_000, () => 500);
        Assert.Equal(150_000, performance.Played[^1].Frame);
        Balanced(performance);
    }

    [Fact]
    public void Without_a_running_host_it_answers_as_well()
    {
        using var performance = new EngineStage(Motif()) { Host = _ => default };
        performance.Run(400_000, () => 512);
        Assert.Equal(120_000, performance.Played[0].Frame);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(512)]
    [InlineData(4096)]
    public void An_answer_follows_a_meter_change_for_as_many_bars_as_it_had_left(int blockSize)
    {
        using var performance = new EngineStage(Motif())
        {
            Controls = new(false, 4, 24, StartQuantize.Bar, new(Grid.Sixteenth, 1, 1, 1)),
            Host = frame => new()
            {
                IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0, Meter = frame < 288_000 ? Meter.Common : new(3, 4),
                BarQuarter = frame < 288_000 ? Math.Floor(frame / 96000.0) * 4 : 12 + (Math.Floor((frame - 288_000) / 72_000.0) * 3),
            },
        };
        performance.Run(700_000, () => blockSize);

        // Requested from tick 192 to 576; at 288, with three bars left, bars become shorter. The second beat there is 312.
        Balanced(performance);
        Assert.Equal(504_000, performance.Played[^1].Frame);
        Assert.Equal(Enumerable.Range(0, 26).Select(i => 192_000L + (i * 12_000)), performance.Onsets);
        var sent = performance.Composer.Heard.SkipWhile(request => request.Kind != RequestKind.Answer).ToList();
        Assert.Equal([RequestKind.Answer, RequestKind.Stop, RequestKind.Answer], sent.Select(request => request.Kind));
        Assert.Equal(311, sent[1].LastTick);
        Assert.Equal((new(2, 312, 504), new Meter(3, 4)), (sent[2].Answer, sent[2].Bars.Meter));
    }

    [Fact]
    public void A_rest_that_is_long_for_the_phrase_ends_it()
    {
        // Quarters end a phrase after a rest of one and a half, eighths after one.
        Assert.Equal(144_000, Begin(24_000));
        Assert.Equal(72_000, Begin(12_000));

        static long Begin(int interval)
        {
            var keys = Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(i * interval, interval - 4_000, 60));
            using var performance = new EngineStage(keys);
            performance.Controls = performance.Controls with { RestTicks = 0 };
            performance.Run(300_000, () => 512);
            return performance.Played[0].Frame;
        }
    }

    [Fact]
    public void Without_a_running_host_the_first_note_is_the_downbeat()
    {
        using var performance = new EngineStage(Motif(7_300)) { Host = _ => default };
        performance.Controls = performance.Controls with { StartOn = StartQuantize.Bar };
        performance.Run(400_000, () => 512);
        Assert.Equal(199_000, performance.Played[0].Frame);
    }

    [Fact]
    public void Switching_off_and_on_ends_what_sounded()
    {
        using var performance = new EngineStage(Motif());
        performance.Run(126_000, () => 500);
        performance.Engine.Activate();
        performance.Run(2_000, () => 500);
        Balanced(performance);
        Assert.False(performance.Engine.IsAnswering);
    }

    [Fact]
    public void Blocks_without_frames_change_nothing()
    {
        using var plain = new EngineStage(Motif());
        plain.Run(300_000, () => 500);
        using var padded = new EngineStage(Motif());
        for (int i = 0; i < 600; i++)
        {
            padded.Block(0);
            padded.Block(500);
        }
        Assert.Equal(plain.Played, padded.Played);
    }

    [Fact]
    public void Tempo_changes_under_an_answer_leave_its_ticks_as_they_are()
    {
        // Twice as fast from frame 200,000: a tick is 500 frames.
        using var performance = new EngineStage(Motif())
        {
            Host = frame => new()
            {
                IsPlaying = true, Meter = Meter.Common, Tempo = frame < 200_000 ? 120 : 240,
                Quarter = frame < 200_000 ? frame / 24000.0 : (200_000 / 24000.0) + ((frame - 200_000) / 12000.0),
            },
        };
        performance.Run(400_000, () => 100);
        // Frame 200,000 is two thirds through an eighth: its remainder and all that follow take half as long.
        Assert.Equal([192_000, 202_000, 208_000], performance.Onsets.Skip(6).Take(3));
        Assert.Equal(256_000, performance.Played[^1].Frame);
        Balanced(performance);
    }

    [Fact]
    public void Every_note_on_gets_its_note_off_in_random_sessions()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            using var performance = RandomSession.Play(seed);
            Balanced(performance, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_block_allocates_nothing(bool isRead)
    {
        using var performance = new EngineStage();
        bool isOver = false;
        int read = 0;
        long allocatedByReader = 0;
        var reader = new Thread(() =>
        {
            performance.Window!.TryPop(out _);
            long before = GC.GetAllocatedBytesForCurrentThread();
            while (!Volatile.Read(ref isOver))
            {
                if (performance.Window.TryPop(out _) && performance.Window.Snapshot.Tempo == 120)
                    Volatile.Write(ref read, read + 1);
            }
            allocatedByReader = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        if (isRead)
            reader.Start();
        performance.Controls = performance.Controls with { Timing = TimingSource.Player, Swing = 0.6f, FollowsPhrase = true };
        var performer = performance.Engine;
        int block = 0;
        EngineStage.AsAudioThread(() => NoAllocation.In(() =>
        {
            // On a busy machine the reader may start late.
            for (int i = 0; i < 2000 || (isRead && Volatile.Read(ref read) == 0); i++, block++)
            {
                HostTime host = new() { IsPlaying = true, Tempo = 120, Quarter = block * 512 / 24000.0, Meter = Meter.Common };
                performer.Begin(host, 512, 48000, performance.Controls, offline: false);
                if (block % 400 == 10)
                    performer.NoteOn(3, 0, new(60), 90);
                if (block % 400 == 50)
                    performer.NoteOff(3, 0, new(60));
                performer.End();
                performer.Output.Clear();
                performer.Report(0, hasOutput: true);
            }
        }));
        Volatile.Write(ref isOver, true);
        if (isRead)
            reader.Join();
        Assert.Equal((isRead, 0), (read > 0, allocatedByReader));
        Assert.Contains(performance.Composer.Heard, request => request.Kind == RequestKind.Answer);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(24000)]
    public void Style_is_announced_at_once_and_takes_effect_half_a_second_later_at_every_block_size(int block)
    {
        var (requests, sent) = SpscQueue<ComposeRequest>.Create(64);
        var engine = new AnswerEngine(requests, SpscQueue<ComposeReply>.Create(64).Consumer, new());
        var controls = new PlayControls(false, 2, 24, StartQuantize.Beat, new(Grid.Sixteenth, 1, 1, 1));
        List<(RequestKind Kind, int Block)> changes = [];
        for (int i = 0; i * block < 72_000; i++)
        {
            long frame = (long)i * block;
            var host = new HostTime { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0, Meter = Meter.Common };
            var now = frame < 24_000 ? controls : controls with { Style = new(5, 2) };
            EngineStage.AsAudioThread(() =>
            {
                engine.Begin(host, block, 48000, now, offline: false);
                engine.End();
            });
            while (sent.TryPop(out var request))
            {
                if (request.Kind is RequestKind.ChooseStyle or RequestKind.ChangeStyle)
                    changes.Add((request.Kind, i));
                Assert.Equal(request.Kind == RequestKind.ChooseStyle ? new(5, 2) : default, request.Style);
            }
        }
        // Tick 48 is finalized half a tick later, at frame 48,500.
        Assert.Equal([(RequestKind.ChooseStyle, 24_000 / block), (RequestKind.ChangeStyle, 48_500 / block)], changes);
    }

    private static void Balanced(EngineStage performance, string because = "") => Balance.Check(performance, because, allEnded: true);
}
