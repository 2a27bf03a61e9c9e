namespace ComposerPlugin.Engine.Tests;

public sealed class StyleChangeScheduleTests
{
    private const double SecondsPerTick = 0.02;

    private static readonly StyleChoice _other = new(3, 1);

    [Fact]
    public void First_style_is_not_a_change()
    {
        var style = new StyleChangeSchedule();

        Assert.False(style.IsOther(default));
        Assert.False(style.IsDue(long.MaxValue));
    }

    [Fact]
    public void Announced_style_is_due_half_a_second_later_and_once()
    {
        var style = new StyleChangeSchedule();
        Assert.True(style.IsOther(_other));
        style.Announce(_other, 100, SecondsPerTick);

        Assert.False(style.IsOther(_other));
        Assert.False(style.IsDue(124));
        Assert.True(style.IsDue(125));
        style.Change();
        Assert.False(style.IsDue(126));
    }

    [Fact]
    public void Second_choice_replaces_the_first()
    {
        var style = new StyleChangeSchedule();
        style.Announce(_other, 100, SecondsPerTick);
        style.Announce(default, 120, SecondsPerTick);

        Assert.False(style.IsDue(144));
        Assert.True(style.IsDue(145));
    }
}
