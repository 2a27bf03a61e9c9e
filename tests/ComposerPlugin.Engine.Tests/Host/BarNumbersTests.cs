using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

public class BarNumbersTests
{
    private const int Bar = 96;
    private static readonly Meter _waltz = new(3, 4);

    private readonly BarNumbers _numbers = new();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8 * Bar, 9)]
    [InlineData(-Bar, 0)]
    [InlineData(-2 * Bar, -1)]
    public void Bars_are_counted_from_the_start_of_the_song(long barLine, long number) =>
        Assert.Equal(number, _numbers.NumberOf(barLine, Meter.Common, continues: false));

    [Fact]
    public void Bars_after_a_meter_change_that_was_played_through_follow_those_before()
    {
        Play(Meter.Common, 0, Bar);
        Assert.Equal([3, 4, 5], Play(_waltz, 2 * Bar, (2 * Bar) + 72, (2 * Bar) + 144));
        Assert.Equal([6], Play(Meter.Common, (2 * Bar) + 216));
    }

    [Fact]
    public void A_jump_finds_the_numbers_of_bars_that_were_played()
    {
        Play(Meter.Common, 0, Bar);
        Play(_waltz, 2 * Bar, (2 * Bar) + 72);
        Play(Meter.Common, (2 * Bar) + 144, (3 * Bar) + 144);

        Assert.Equal(3, Jump(_waltz, 2 * Bar));
        Assert.Equal(4, Jump(_waltz, (2 * Bar) + 72));
        Assert.Equal(2, Jump(Meter.Common, Bar));
        Assert.Equal(8, Jump(Meter.Common, (5 * Bar) + 144));
    }

    [Fact]
    public void A_meter_change_that_moved_is_learned_anew()
    {
        Play(Meter.Common, 0, Bar);
        Play(_waltz, 2 * Bar);
        Jump(Meter.Common, 0);
        Play(Meter.Common, Bar, 2 * Bar, 3 * Bar);
        Play(_waltz, 4 * Bar);
        Assert.Equal(6, Jump(_waltz, (4 * Bar) + 72));
    }

    [Fact]
    public void Many_meter_changes_need_no_more_memory()
    {
        long line = 0;
        for (int change = 0; change < 300; change++)
        {
            var meter = change % 2 == 0 ? Meter.Common : _waltz;
            Assert.Equal(change + 1, _numbers.NumberOf(line, meter, continues: change > 0));
            line += meter.BarTicks;
        }
        // The last one is still known.
        Assert.Equal(300, Jump(_waltz, line - 72));
        NoAllocation.In(() => _numbers.NumberOf(line, Meter.Common, continues: true));
    }

    private long Jump(Meter meter, long barLine) => _numbers.NumberOf(barLine, meter, continues: false);

    private long[] Play(Meter meter, params ReadOnlySpan<long> barLines)
    {
        long[] numbers = new long[barLines.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = _numbers.NumberOf(barLines[i], meter, continues: true);
        return numbers;
    }
}
