using System.Diagnostics;
using System.Globalization;
using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// The longest call of the worker while a style composes 600 notes: a transformer's window moves twice in that time. Prints a hash of the
/// notes: it is the same for every version that plays the same takes.
/// </summary>
internal static class WindowBench
{
    private const int Notes = 600, Bar = 96, Bars = 16, Rounds = 4;

    // Half of the look-ahead, which a first note has.
    private const double MostMilliseconds = 30;

    public static bool Run(string style)
    {
        Console.WriteLine($"window, {style}, {Machine.Load()}");
        // Each round makes the same calls: the shortest time of each is that without the work of others.
        List<double> calls = [];
        ulong hash = 0;
        for (int round = 0; round < Rounds; round++)
        {
            var (times, notes) = Compose(style);
            calls = calls.Count == 0 ? times : [.. calls.Zip(times, Math.Min)];
            if (hash != 0 && notes != hash)
                throw new FormatException("Two rounds composed other notes.");
            hash = notes;
        }
        double longest = calls.Max();
        calls.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {Notes} notes, hash {hash:x16}: one call p50 {calls[calls.Count / 2]:0.00} ms, "
            + $"p99 {calls[calls.Count * 99 / 100]:0.00} ms, "
            + $"longest {longest:0.0} ms (target: {MostMilliseconds:0} ms), shortest time of {Rounds} for each call"));
        return longest <= MostMilliseconds;
    }

    private static (List<double> Calls, ulong Hash) Compose(string style)
    {
        var before = ThreadCheck.Enter(ThreadRole.Main);
        var (requests, toCompose) = SpscQueue<ComposeRequest>.Create(64);
        var (composed, replies) = SpscQueue<ComposeReply>.Create(1024);
        var worker = new ComposerWorker(toCompose, composed);
        worker.UseStyle(style);
        ThreadCheck.Enter(ThreadRole.Worker);
        while (worker.Work())
        {
        }
        if (worker.Status.State != StyleState.Ready)
            throw new FormatException(worker.Status.Error ?? "The style does not load.");
        var calls = new List<double>();
        ulong hash = 14695981039346656037;
        int notes = 0;
        for (int answer = 1; notes < Notes; answer++)
        {
            long start = answer * (long)Bars * Bar;
            requests.TryPush(new()
            {
                Kind = RequestKind.Answer, Answer = new(answer, start, start + (Bars * Bar)), Bars = new(Meter.Common, 0),
                Controls = new(Grid.Sixteenth, 1, 0.95f, 1),
            });
            for (bool worked = true; worked;)
            {
                long begun = Stopwatch.GetTimestamp();
                worked = worker.Work();
                calls.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                while (replies.TryPop(out var reply))
                {
                    if (reply.IsEnd)
                        continue;
                    notes++;
                    foreach (long number in (ReadOnlySpan<long>)[reply.Note.Onset, reply.Note.Duration, reply.Note.Pitch.Number])
                        hash = (hash ^ (ulong)number) * 1099511628211;
                }
            }
        }
        ThreadCheck.Enter(ThreadRole.Main);
        worker.Dispose();
        ThreadCheck.Enter(before);
        return (calls, hash);
    }
}
