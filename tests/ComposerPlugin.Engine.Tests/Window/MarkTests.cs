using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

public class MarkTests
{
    private const int Sessions = 200;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Marks_of_answers_are_what_the_host_gets_on_its_frame(int part)
    {
        foreach (int seed in SeedsOf(part))
        {
            using var session = RandomSession.Play(seed);
            var marks = session.Marks.Where(marked => marked.Mark.Kind is NoteMarkKind.AnswerOn or NoteMarkKind.AnswerOff)
                .Select(marked => (marked.Frame, marked.Mark.Kind == NoteMarkKind.AnswerOn, marked.Mark.Pitch, marked.Mark.Velocity));
            Assert.Equal(session.Played.Select(played => (played.Frame, played.Note.IsOn, played.Note.Pitch, played.Note.Velocity)), marks);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_note_that_begins_was_planned_and_ends_and_cancelled_ones_never_begin(int part)
    {
        int begun = 0, cancelled = 0;
        foreach (int seed in SeedsOf(part))
        {
            using var session = RandomSession.Play(seed);
            session.Finish();
            var planned = new Dictionary<(int, int), NoteMark>();
            var sounding = new HashSet<(int, int)>();
            foreach (var (_, mark) in session.Marks)
            {
                var name = (mark.AnswerId, mark.Index);
                switch (mark.Kind)
                {
                    case NoteMarkKind.Planned:
                        Assert.True(planned.TryAdd(name, mark), $"seed {seed}: {mark} is planned twice");
                        break;
                    case NoteMarkKind.AnswerOn:
                        Assert.True(planned.Remove(name, out var plan), $"seed {seed}: {mark} was not planned");
                        Assert.Equal((plan.Pitch, plan.Velocity), (mark.Pitch, mark.Velocity));
                        Assert.InRange(mark.Position, plan.Position - Groove.MostAhead, plan.Position + Ticks.PerQuarter);
                        Assert.True(sounding.Add(name), $"seed {seed}: {mark} begins twice");
                        begun++;
                        break;
                    case NoteMarkKind.AnswerOff:
                        Assert.True(sounding.Remove(name), $"seed {seed}: {mark} did not sound");
                        break;
                    case NoteMarkKind.Cancelled:
                        foreach (var (key, _) in planned.Where(plan => plan.Key.Item1 == mark.AnswerId
                            && plan.Value.Position >= mark.Position).ToList())
                        {
                            planned.Remove(key);
                            cancelled++;
                        }
                        break;
                }
            }
            Assert.Empty(sounding);
            // What was neither played nor cancelled came too late, or found no room.
            Assert.True(planned.Count == session.Counters.LateNotes, $"seed {seed}: {string.Join(' ', planned.Keys)} are left");
            Assert.Equal(0, session.Window!.Lost);
        }
        Assert.True(begun > 1000 && cancelled > 100, $"{begun} notes began, {cancelled} were cancelled");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Marks_of_the_player_are_at_the_played_positions(int part)
    {
        foreach (int seed in SeedsOf(part))
        {
            using var session = RandomSession.Play(seed);
            var down = new Dictionary<Pitch, int>();
            foreach (var (_, mark) in session.Marks)
            {
                int before = down.GetValueOrDefault(mark.Pitch);
                if (mark.Kind == NoteMarkKind.PlayedOn)
                    Assert.Equal(0, before);
                if (mark.Kind == NoteMarkKind.PlayedOff)
                    Assert.Equal(1, before);
                if (mark.Kind is NoteMarkKind.PlayedOn or NoteMarkKind.PlayedOff)
                    down[mark.Pitch] = 1 - before;
            }
            Assert.DoesNotContain(1, down.Values);
            Assert.Equal(session.Window!.Snapshot.PlayedNotes, session.Marks.Count(marked => marked.Mark.Kind == NoteMarkKind.PlayedOn));
        }
    }

    [Fact]
    public void A_played_note_is_marked_where_it_is_played_and_not_on_the_grid()
    {
        using var stage = new EngineStage(EngineStage.Key(12_345, 6_789, 60));
        stage.Run(48_000, () => 333);
        var played = stage.Marks.Where(marked => marked.Mark.Kind is NoteMarkKind.PlayedOn or NoteMarkKind.PlayedOff).ToList();
        Assert.Equal([12_345, 19_134], played.Select(marked => marked.Frame));
        Assert.Equal([12.345, 19.134], played.Select(marked => Math.Round(marked.Mark.Position, 6)));
        Assert.Equal([80, 0], played.Select(marked => (int)marked.Mark.Velocity));
    }

    [Fact]
    public void The_whole_answer_is_planned_before_its_first_note_begins()
    {
        using var stage = new EngineStage(EngineStage.Key(0, 20_000, 60));
        stage.Run(400_000, () => 64);
        var kinds = stage.Marks.Select(marked => marked.Mark.Kind).Where(kind => kind is NoteMarkKind.Planned or NoteMarkKind.AnswerOn);
        Assert.Equal([.. Enumerable.Repeat(NoteMarkKind.Planned, 16), .. Enumerable.Repeat(NoteMarkKind.AnswerOn, 16)], kinds);
        var plans = stage.Marks.Select(marked => marked.Mark).Where(mark => mark.Kind == NoteMarkKind.Planned).ToList();
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (i, 12.0, (float)i)),
            plans.Select(mark => (mark.Index, mark.End - mark.Position, mark.Bits)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(480)]
    [InlineData(4096)]
    public void The_audio_threads_marks_are_the_same_at_every_block_size(int size)
    {
        Assert.Equal(Marks(512), Marks(size));

        static List<(NoteMarkKind, double, Pitch, byte, int, int)> Marks(int size)
        {
            var keys = Enumerable.Range(0, 4).SelectMany(i => EngineStage.Key(7_013 + (i * 24_000), 20_000, (byte)(60 + i)));
            using var stage = new EngineStage([.. keys, .. EngineStage.Key(180_250, 9_000, 70), .. EngineStage.Key(320_500, 9_000, 71)]);
            stage.Controls = stage.Controls with { Swing = 0.6f };
            stage.Run(500_000, () => size);
            return [.. stage.Marks.Select(marked => marked.Mark).Where(mark => mark.Kind != NoteMarkKind.Planned)
                .Select(mark => (mark.Kind, Math.Round(mark.Position, 6), mark.Pitch, mark.Velocity, mark.AnswerId, mark.Index))];
        }
    }

    [Fact]
    public void The_player_who_stops_an_answer_cancels_what_has_not_begun()
    {
        using var stage = new EngineStage([.. EngineStage.Key(0, 20_000, 60), .. EngineStage.Key(150_500, 1_000, 72)]);
        stage.Run(200_000, () => 256);
        // Tick 150 is finalized before the key, at its middle.
        Assert.Equal(151, stage.Marks.Single(marked => marked.Mark.Kind == NoteMarkKind.Cancelled).Mark.Position);
        var first = stage.Marks.Where(marked => marked.Mark.AnswerId == 1).ToList();
        Assert.All(first.Where(marked => marked.Mark.Kind == NoteMarkKind.AnswerOn), marked => Assert.True(marked.Frame < 150_500));
        Assert.Equal(16, first.Count(marked => marked.Mark.Kind == NoteMarkKind.Planned));
        Assert.InRange(first.Count(marked => marked.Mark.Kind == NoteMarkKind.AnswerOn), 1, 15);
    }

    [Fact]
    public void A_new_take_cancels_the_rest_of_the_answer_it_replaces_when_it_is_requested()
    {
        using var stage = new EngineStage(EngineStage.Key(0, 20_000, 60)) { Triggers = new([(130_000L, TakeTrigger.NewTake)]) };
        stage.Run(400_000, () => 256);
        var cancelled = stage.Marks.Single(marked => marked.Mark.Kind == NoteMarkKind.Cancelled).Mark;
        var second = stage.Answers[1].Answer;
        Assert.Equal((1, second.Start), (cancelled.AnswerId, (long)cancelled.Position));
        var order = stage.Marks.Select(marked => marked.Mark).ToList();
        int at = order.IndexOf(cancelled);
        Assert.True(at < order.FindIndex(mark => mark.Kind == NoteMarkKind.AnswerOn && mark.AnswerId == second.Id));
        Assert.DoesNotContain(order, mark => mark.Kind == NoteMarkKind.AnswerOn && mark.AnswerId == 1 && mark.Position >= second.Start);
    }

    [Fact]
    public void Two_new_takes_at_once_cancel_the_answer_that_sounds_too()
    {
        // At 300 bpm a tick is 400 frames and the look-ahead 8 ticks, longer than the grid.
        using var stage = new EngineStage(EngineStage.Key(0, 8_000, 60))
        {
            Host = frame => new() { IsPlaying = true, Tempo = 300, Quarter = frame / 9600.0, Meter = Meter.Common },
            Triggers = new([(80_100, TakeTrigger.NewTake), (82_100, TakeTrigger.NewTake)]),
        };
        stage.Controls = stage.Controls with { StartOn = StartQuantize.Grid, AnswerBars = 8 };
        stage.Run(200_000, () => 64);
        var answers = stage.Answers.Select(request => request.Answer).ToList();
        var cancelled = stage.Marks.Where(marked => marked.Mark.Kind == NoteMarkKind.Cancelled).ToList();
        Assert.Equal([1, 1, 2], cancelled.Select(marked => marked.Mark.AnswerId));
        Assert.Equal((answers[1].Start, answers[2].Start), ((long)cancelled[0].Mark.Position, (long)cancelled[2].Mark.Position));
        // The third is requested before the second starts.
        Assert.InRange(cancelled[1].Mark.Position, cancelled[1].Frame / 400, answers[1].Start - 1);
    }

    [Fact]
    public void A_transport_that_starts_stops_or_jumps_is_marked_and_a_loop_is_not()
    {
        using var stage = new EngineStage
        {
            Host = frame => new()
            {
                IsPlaying = frame < 300_000, Tempo = 120, Meter = Meter.Common, CycleStart = 0, CycleEnd = 4,
                Quarter = frame < 200_000 ? frame / 24_000.0 % 4 : 100 + (frame / 24_000.0),
            },
        };
        stage.Run(400_000, () => 500);
        Assert.Equal([0, 200_000, 300_000],
            stage.Marks.Where(marked => marked.Mark.Kind == NoteMarkKind.Restarted).Select(marked => marked.Frame));
    }

    [Fact]
    public void A_chord_of_the_host_is_marked_at_its_frame()
    {
        using var stage = new EngineStage();
        stage.Run(1000, () => 500);
        EngineStage.AsAudioThread(() =>
        {
            stage.Engine.Begin(stage.Host(1000), 500, stage.SampleRate, stage.Controls, offline: true);
            stage.Engine.AdvanceTo(250);
            stage.Engine.Chord(250, new(62), 9, 0b10010001);
            stage.Engine.End();
        });
        Assert.True(stage.Window!.TryPop(out var mark));
        Assert.Equal(
            new(NoteMarkKind.Chord, 1.25) { Pitch = new(62), ChordBass = 9, ChordTones = 0b10010001 },
            mark with { Position = Math.Round(mark.Position, 9) });
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_window_changes_no_take(int part)
    {
        foreach (int seed in SeedsOf(part).Take(10))
        {
            using EngineStage with = RandomSession.Play(seed), without = RandomSession.Play(seed, hasWindow: false);
            Assert.Equal(without.Played, with.Played);
            Assert.Equal(without.Composer.Heard, with.Composer.Heard);
            Assert.Empty(without.Marks);
        }
    }

    private static IEnumerable<int> SeedsOf(int part) => Enumerable.Range(part * Sessions / 8, Sessions / 8);
}
