using System.Diagnostics;
using System.Globalization;
using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Benchmarks;

/// <summary>
/// What the window costs the worker: three workers with one style read the same notes and write the same answers, each note in turn. One
/// has no window, one a closed window, which measures the notes of answers, and one an open window, which measures the player's notes too.
/// </summary>
internal static class SurpriseBench
{
    private const int Rounds = 300, WarmUp = 20, Notes = 8, Bar = 96;
    private const double MostClosedPercent = 5;

    private static readonly byte[] _pitches = [62, 66, 69, 66, 74, 69, 66, 69];

    public static bool Run(string style)
    {
        Console.WriteLine($"surprise, {style}, {Machine.Load()}");
        Seat[] seats = [new(style, hasWindow: false, isOpen: false), new(style, hasWindow: true, isOpen: false),
            new(style, hasWindow: true, isOpen: true)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int note = 0; note < Notes; note++)
            {
                foreach (var seat in seats)
                    seat.Hear(round, note, round >= WarmUp);
            }
            // Which of them comes first changes.
            for (int i = 0; i < seats.Length; i++)
                seats[(round + i) % seats.Length].Answer(round, round >= WarmUp);
        }
        double heard = Print("a note that is read    ", seat => seat.Heard);
        double composed = Print("a note that is composed", seat => seat.Composed);
        foreach (var seat in seats)
            seat.Dispose();
        return Math.Max(heard, composed) <= MostClosedPercent;

        double Print(string what, Func<Seat, Measurements> of)
        {
            double without = of(seats[0]).Percentile(50), closed = Added(of(seats[1])), open = Added(of(seats[2]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {what}: p50 {without:0.0} µs without a window, {closed:+0.0;-0.0} % with a closed one (target: at most "
                + $"{MostClosedPercent} %), {open:+0.0;-0.0} % with an open one; {of(seats[0]).Count} measured"));
            return closed;

            double Added(Measurements measured) => ((measured.Percentile(50) / without) - 1) * 100;
        }
    }

    /// <summary>A worker, its queues and its window. It works when asked, on this thread.</summary>
    private sealed class Seat : IDisposable
    {
        private readonly SpscQueue<ComposeRequest>.Producer _requests;
        private readonly SpscQueue<ComposeReply>.Consumer _replies;
        private readonly WindowFeedReader _window;
        private readonly ComposerWorker _worker;

        public Seat(string style, bool hasWindow, bool isOpen)
        {
            (_requests, var requests) = SpscQueue<ComposeRequest>.Create(64);
            (var replies, _replies) = SpscQueue<ComposeReply>.Create(1024);
            (var window, _window) = WindowFeed.Create();
            _window.IsOpen = isOpen;
            _worker = new(requests, replies, window: hasWindow ? window.Worker : null);
            _worker.UseStyle(style);
            Work();
            if (_worker.Status.State != StyleState.Ready)
                throw new FormatException(_worker.Status.Error ?? "The style does not load.");
        }

        public Measurements Heard { get; } = new();

        public Measurements Composed { get; } = new();

        public void Hear(int round, int note, bool counts)
        {
            long onset = (round * 6L * Bar) + (note * Ticks.PerQuarter / 2);
            _requests.TryPush(new()
            {
                Kind = RequestKind.Note,
                Note = new(onset, Ticks.PerQuarter / 2, new((byte)(_pitches[note] + (round % 5))), 90, new(Meter.Common, 0)),
                BeginsPhrase = note == 0,
            });
            double microseconds = Work();
            // The first note of a phrase waits for the second, which shows the model the first.
            if (counts && note > 0)
                Heard.Add(microseconds);
        }

        public void Answer(int round, bool counts)
        {
            long start = (round * 6L * Bar) + Bar;
            _requests.TryPush(new()
            {
                Kind = RequestKind.Answer,
                Answer = new(round + 1, start, start + (4 * Bar)),
                Bars = new(Meter.Common, 0),
                Controls = new(Grid.Sixteenth, 1, 0.95f, 1),
            });
            double microseconds = Work();
            int notes = -1;
            while (_replies.TryPop(out _))
                notes++;
            while (_window.TryPop(out _))
            {
            }
            if (counts && notes > 0)
                Composed.Add(microseconds / notes);
        }

        public void Dispose()
        {
            var before = ThreadCheck.Enter(ThreadRole.Main);
            _worker.Dispose();
            ThreadCheck.Enter(before);
        }

        // The time until the worker has nothing left to do, in µs.
        private double Work()
        {
            var before = ThreadCheck.Enter(ThreadRole.Worker);
            long begun = Stopwatch.GetTimestamp();
            while (_worker.Work())
            {
            }
            double microseconds = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
            ThreadCheck.Enter(before);
            return microseconds;
        }
    }
}
