namespace ComposerPlugin.Engine.Tests;

public class LatestValueTests
{
    [Fact]
    public void A_reader_gets_whole_values_that_never_go_back()
    {
        const long Last = 300_000;
        var latest = new LatestValue<(long A, long B, long C)>();
        var writer = new Thread(() =>
        {
            for (long i = 1; i <= Last; i++)
                latest.Write((i, 2 * i, 3 * i));
        });
        writer.Start();
        long before = 0;
        while (before < Last)
        {
            var (a, b, c) = latest.Read();
            if (b != 2 * a || c != 3 * a || a < before)
                Assert.Fail($"({a}, {b}, {c}) after {before}");
            before = a;
        }
        writer.Join();
    }
}
