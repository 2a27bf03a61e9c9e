using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

public class TakeHistoryTests
{
    [Fact]
    public void Undo_and_redo_walk_the_takes_and_pass_over_deleted_ones()
    {
        var takes = new RecentTakes();
        for (int id = 1; id <= 5; id++)
            takes.Add(Take(id));
        takes.Hide(4);
        Assert.Equal([3, 2, 1], Walk(takes, back: true));
        Assert.Equal([2, 3, 5], Walk(takes, back: false));
        Assert.False(takes.TryGetNext(out _));
    }

    [Fact]
    public void A_take_after_undo_is_the_newest_and_the_ones_before_it_stay()
    {
        var takes = new RecentTakes();
        for (int id = 1; id <= 3; id++)
            takes.Add(Take(id));
        Assert.Equal([2, 1], Walk(takes, back: true));
        takes.Add(Take(4));
        Assert.Equal([3, 2, 1], Walk(takes, back: true));
    }

    [Fact]
    public void A_take_of_changed_controls_replaces_the_current_one_in_its_place()
    {
        var takes = new RecentTakes();
        for (int id = 1; id <= 3; id++)
            takes.Add(Take(id));
        Assert.True(takes.TrySelect(2));
        takes.Add(Take(9), replaces: true);
        Assert.Equal((3, 9, 1), (Newest(takes, 1), Newest(takes, 2), Newest(takes, 3)));
        Assert.True(takes.TryGetCurrent(out var current));
        Assert.Equal(9, current.Id);
    }

    [Fact]
    public void A_kept_take_is_current_beside_the_last_ones()
    {
        var history = new TakeHistory();
        history.Recent.Add(Take(1));
        history.Recent.Add(Take(2));
        history.Edit(new(TakeEditKind.Keep) { Take = Take(-7) });
        Assert.True(history.TryRecall(RecentTakes.Capacity + 1, out var kept));
        history.Select(kept.Id);
        Assert.True(history.Recent.TryGetCurrent(out var current));
        Assert.Equal(-7, current.Id);
        Assert.Equal([2, 1], Walk(history.Recent, back: true));
    }

    [Fact]
    public void No_take_is_current_after_another_phrase_is_used()
    {
        var history = new TakeHistory();
        history.Recent.Add(Take(1));
        history.Edit(new(TakeEditKind.UsePhrase));
        Assert.False(history.Recent.TryGetCurrent(out _));
        Assert.False(history.TryKeep(out _));
        Assert.Equal([1], Walk(history.Recent, back: true));
    }

    // Against a list that grows for ever.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Lists_are_those_of_a_simple_model(int seed)
    {
        var random = new Random(seed);
        var history = new TakeHistory();
        List<(int Id, bool IsHidden)> recent = [];
        List<int> kept = [];
        for (int id = 1; id <= 400; id++)
        {
            int old = random.Next(Math.Max(1, id - 12), id + 1);
            switch (random.Next(5))
            {
                case 0 or 1:
                    history.Recent.Add(Take(id));
                    recent.Add((id, false));
                    break;
                case 2:
                    history.Edit(new(TakeEditKind.Keep) { Take = Take(old) });
                    if (!kept.Contains(old))
                        kept.Add(old);
                    kept.RemoveRange(0, Math.Max(kept.Count - KeptTakes.Capacity, 0));
                    break;
                case 3:
                    history.Edit(new(TakeEditKind.Unkeep) { Take = Take(old) });
                    kept.Remove(old);
                    break;
                case 4:
                    history.Edit(new(TakeEditKind.Hide) { Take = Take(old) });
                    int at = recent.FindIndex(take => take.Id == old);
                    if (at >= 0)
                        recent[at] = (old, true);
                    break;
            }
            var targets = default(RecallTargets);
            history.TryRead(ref targets);
            var last = recent.AsEnumerable().Reverse().Take(RecentTakes.Capacity);
            Assert.Equal(last.Where(take => !take.IsHidden).Select(take => take.Id),
                Enumerable.Range(1, RecentTakes.Capacity).Select(number => Newest(history.Recent, number)).TakeWhile(one => one != 0));
            Assert.Equal(kept, Enumerable.Range(1, KeptTakes.Capacity)
                .Select(number => history.TryRecall(RecentTakes.Capacity + number, out var take) ? take.Id : 0).TakeWhile(one => one != 0));
        }
    }

    [Fact]
    public void Targets_are_read_when_they_have_changed()
    {
        var history = new TakeHistory();
        var targets = default(RecallTargets);
        Assert.False(history.TryRead(ref targets));
        history.Recent.Add(Take(3));
        history.Kept.Add(Take(3));
        history.Kept.Add(Take(-2));
        Assert.True(history.TryRead(ref targets));
        Assert.False(history.TryRead(ref targets));
        Assert.Equal((1, RecentTakes.Capacity + 2, 0, 0),
            (targets.ValueOf(3), targets.ValueOf(-2), targets.ValueOf(4), targets.ValueOf(0)));
    }

    private static RecentTake Take(int id) => new(id, 0, 96, Meter.Common);

    private static int Newest(RecentTakes takes, int number) => takes.TryGetNewest(number, out var take) ? take.Id : 0;

    // To the end; the last is then current.
    private static List<int> Walk(RecentTakes takes, bool back)
    {
        var passed = new List<int>();
        while (back ? takes.TryGetPrevious(out var take) : takes.TryGetNext(out take))
        {
            passed.Add(take.Id);
            Assert.True(takes.TrySelect(take.Id));
        }
        return passed;
    }
}
