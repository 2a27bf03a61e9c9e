namespace ComposerPlugin.Engine.Tests;

public class WindowFeedReaderTests
{
    private readonly WindowFeed _feed;
    private readonly WindowFeedReader _reader;

    public WindowFeedReaderTests() => (_feed, _reader) = WindowFeed.Create();

    [Fact]
    public void A_new_feed_is_empty()
    {
        Assert.False(_reader.TryPop(out _));
        Assert.Equal(default, _reader.Snapshot);
        Assert.Equal(0, _reader.Lost);
        Assert.False(_feed.Worker.IsOpen);
    }

    [Fact]
    public void The_worker_sees_that_a_window_opens_and_closes()
    {
        _reader.IsOpen = true;
        Assert.True(_feed.Worker.IsOpen);
        _reader.IsOpen = false;
        Assert.False(_feed.Worker.IsOpen);
    }

    [Fact]
    public void A_planned_note_comes_before_it_begins_and_the_audio_threads_marks_in_their_order()
    {
        Plan(1, 0);
        Plan(1, 1);
        Plan(2, 0);
        _feed.PlayedOn(0, new(60), 90);
        Begin(1, 0);
        _feed.PlayedOff(2, new(60));
        Begin(1, 1);
        Assert.Equal(
            ["PlayedOn", "Planned 1.0", "AnswerOn 1.0", "PlayedOff", "Planned 1.1", "AnswerOn 1.1", "Planned 2.0"], Taken());
    }

    [Fact]
    public void A_note_that_the_model_reads_comes_after_it_was_played()
    {
        _feed.PlayedOn(0, new(60), 90);
        _feed.PlayedOff(24, new(60));
        _feed.Worker.Heard(new(0, 24, new(60), 90, default), 3);
        Plan(1, 0);
        Begin(1, 0);
        Assert.Equal(["PlayedOn", "PlayedOff", "Heard", "Planned 1.0", "AnswerOn 1.0"], Taken());
    }

    [Fact]
    public void Notes_composed_after_their_answer_was_cancelled_are_left_out()
    {
        Plan(1, 0);
        Assert.Equal(["Planned 1.0"], Taken());
        _feed.Cancelled(tick: 12, answerId: 1);
        Plan(1, 1, tick: 6);
        Plan(1, 2, tick: 12);
        Plan(2, 0, tick: 12);
        _feed.Cancelled(tick: 3, answerId: 2);
        Plan(2, 1, tick: 24);
        Plan(3, 0, tick: 24);
        Assert.Equal(["Cancelled", "Cancelled", "Planned 3.0"], Taken());
    }

    [Fact]
    public void An_answer_cut_off_keeps_its_notes_up_to_there()
    {
        _feed.Cancelled(tick: 12, answerId: 1);
        Plan(1, 0, tick: 11);
        Plan(1, 1, tick: 12);
        Begin(1, 0);
        Assert.Equal(["Cancelled", "Planned 1.0", "AnswerOn 1.0"], Taken());
    }

    [Fact]
    public void A_window_that_opens_late_reads_the_newest_marks_and_how_many_it_missed()
    {
        const int Missed = 100;
        for (int i = 0; i < WindowFeed.Capacity + Missed; i++)
        {
            Plan(1 + i, 0, tick: i);
            Begin(1 + i, 0, tick: i);
        }
        Assert.Equal(2 * Missed, _reader.Lost);
        for (int i = Missed; i < WindowFeed.Capacity + Missed; i++)
        {
            Assert.True(_reader.TryPop(out var planned) && _reader.TryPop(out var begun)
                && (planned.Kind, planned.Position, begun.Kind, begun.Position)
                    == (NoteMarkKind.Planned, i, NoteMarkKind.AnswerOn, i));
        }
        Assert.False(_reader.TryPop(out _));
        Assert.Equal(2 * Missed, _reader.Lost);
    }

    [Fact]
    public void A_note_whose_plan_was_lost_begins_all_the_same()
    {
        Begin(1, 5);
        Plan(2, 0);
        Assert.Equal(["Planned 2.0", "AnswerOn 1.5"], Taken());
        Begin(3, 0);
        Assert.Equal(["AnswerOn 3.0"], Taken());
    }

    [Fact]
    public void Between_three_threads_each_note_is_planned_before_it_begins_and_begins_before_it_ends()
    {
        // Fewer than the queues hold, so that none is removed.
        const int Notes = WindowFeed.Capacity / 2;
        var (sent, received) = SpscQueue<int>.Create(16);
        var worker = new Thread(() =>
        {
            for (int i = 0; i < Notes; i++)
            {
                Plan(1, i);
                while (!sent.TryPush(i))
                    Thread.Yield();
            }
        });
        var audio = new Thread(() =>
        {
            for (int left = Notes; left > 0;)
            {
                if (!received.TryPop(out int i))
                    continue;
                Begin(1, i);
                _feed.AnswerOff(i, new(60), 1, i);
                left--;
            }
        });
        worker.Start();
        audio.Start();
        int planned = 0, begun = 0, ended = 0;
        while (ended < Notes)
        {
            if (!_reader.TryPop(out var mark))
                continue;
            int expected = mark.Kind switch
            {
                NoteMarkKind.Planned => planned++,
                NoteMarkKind.AnswerOn => begun++,
                _ => ended++,
            };
            if (mark.Index != expected || begun > planned || ended > begun)
                Assert.Fail($"{mark} came after {planned} planned, {begun} begun and {ended} ended notes");
        }
        worker.Join();
        audio.Join();
        Assert.Equal((Notes, Notes, 0L), (planned, begun, _reader.Lost));
    }

    private void Plan(int answerId, int index, long tick = 0) =>
        _feed.Worker.Planned(answerId, index, new(tick, 12, new(60), 90, default), 1);

    private void Begin(int answerId, int index, long tick = 0) =>
        _feed.AnswerOn(tick, new(60), 90, answerId, index);

    private List<string> Taken()
    {
        var taken = new List<string>();
        while (_reader.TryPop(out var mark))
        {
            bool isOfAnswer = mark.Kind is NoteMarkKind.Planned or NoteMarkKind.AnswerOn;
            taken.Add(isOfAnswer ? $"{mark.Kind} {mark.AnswerId}.{mark.Index}" : $"{mark.Kind}");
        }
        return taken;
    }
}
