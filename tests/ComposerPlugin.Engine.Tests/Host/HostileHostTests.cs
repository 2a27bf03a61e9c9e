using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

/// <summary>
/// Hosts that name their time as real ones do: late, rounded, one position for several blocks, tempi and meters of all kinds.
/// </summary>
public class HostileHostTests
{
    private const int SampleRate = 48000, Random = -1;

    public static TheoryData<string, int, int> Positions
    {
        get
        {
            var data = new TheoryData<string, int, int>();
            foreach (int block in (int[])[64, 512, 4096, Random])
            {
                data.Add("one for all pieces of 8192 frames", block, 1);
                data.Add("back by a sample", block, 1);
                data.Add("rounded to 1e-3", block, 12);
                data.Add("rounded to Ardour's ticks", block, 7);
            }
            // A constant delay is a delay of the answer; a varying one of its notes too.
            data.Add("late by a block", 64, 64);
            data.Add("late by a block", 512, 512);
            return data;
        }
    }

    public static TheoryData<double> Tempi => [0.1, 1, 3, 5, 20, 60, 300, 999, 1000, 2000, 10_000];

    public static TheoryData<int, int> Meters
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (int denominator in (int[])[1, 2, 4, 8, 16, 32])
            {
                foreach (int numerator in (int[])[1, 2, 3, 5, 7, 11, 13, 17, 32])
                    data.Add(numerator, denominator);
            }
            foreach (var (numerator, denominator) in ((int, int)[])[(0, 0), (4, 0), (0, 4), (-4, 4), (4, -4), (3, 64), (4, 3), (33, 4),
                (int.MaxValue, 1), (int.MinValue, int.MinValue), (1 << 30, 1 << 30)])
                data.Add(numerator, denominator);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Positions))]
    public void An_odd_position_changes_no_answer(string oddity, int block, int frames)
    {
        var expected = Play(block, quarter: null);
        var played = Play(block, Named(oddity));
        Assert.Equal(16, expected.Onsets.Count);
        Assert.Equal(expected.Answers, played.Answers);
        Assert.Equal(expected.Pitches, played.Pitches);
        Assert.All(expected.Onsets.Zip(played.Onsets), onset => Assert.InRange(onset.Second - onset.First, -frames, frames));
    }

    [Fact]
    public void A_varying_delay_moves_notes_by_a_block_and_loses_none()
    {
        var expected = Play(Random, quarter: null);
        var played = Play(Random, Named("late by a block"));
        Assert.Equal(expected.Answers, played.Answers);
        Assert.Equal(expected.Onsets.Count, played.Onsets.Count);
        Assert.All(expected.Onsets.Zip(played.Onsets), onset => Assert.InRange(onset.Second - onset.First, -2048, 2048));
    }

    [Theory]
    [InlineData(512, 3, true)]
    [InlineData(512, 3, false)]
    [InlineData(64, 50, true)]
    [InlineData(64, 50, false)]
    [InlineData(Random, 2, true)]
    public void A_block_without_a_position_changes_no_answer(int block, int every, bool hasContext)
    {
        int blocks = 0;
        var expected = Play(block, quarter: null);
        var played = PlayIn(block, frame => ++blocks % every != 0
            ? Playing(frame)
            : hasContext ? Playing(frame) with { Quarter = blocks % (2 * every) == 0 ? double.NaN : null } : default);
        Assert.Equal(expected.Answers, played.Answers);
        Assert.Equal(expected.Pitches, played.Pitches);
        Assert.All(expected.Onsets.Zip(played.Onsets), onset => Assert.InRange(onset.Second - onset.First, -1, 1));
    }

    [Fact]
    public void A_host_that_names_no_position_any_more_plays_on()
    {
        var expected = Play(512, quarter: null);
        var played = PlayIn(512, frame => frame < 48_000 ? Playing(frame) : Playing(frame) with { Quarter = double.NaN });
        Assert.Equal(expected.Answers, played.Answers);
        Assert.Equal(expected.Pitches, played.Pitches);
    }

    [Theory]
    [MemberData(nameof(Tempi))]
    public void The_same_answer_comes_at_every_tempo(double tempo)
    {
        // The look-ahead of fast tempi is a matter of bars, so the answer may begin later.
        var played = PlayAt(tempo, tempo, Meter.Common);
        Assert.Equal(16, played.Onsets.Count);
        Assert.Equal(TransportNotice.None, played.Notice);
        double framesPerTick = 60 * SampleRate / tempo / Ticks.PerQuarter;
        Assert.All(played.Onsets, onset => Assert.InRange((Math.Round(onset / framesPerTick) * framesPerTick) - onset, -1, 1));
        if (tempo <= 300)
            Assert.Equal("120-312", played.Answers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(-90.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Without_a_tempo_that_of_the_position_counts(double? named)
    {
        var expected = PlayAt(90, 90, Meter.Common);
        var played = PlayAt(90, named, Meter.Common);
        Assert.Equal(TransportNotice.NoTempo, played.Notice);
        Assert.Equal(expected.Answers, played.Answers);
        Assert.Equal(expected.Onsets.Count, played.Onsets.Count);
        Assert.All(expected.Onsets.Zip(played.Onsets), onset => Assert.InRange(onset.Second - onset.First, -1, 1));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.05)]
    [InlineData(10_001)]
    [InlineData(1e300)]
    public void A_tempo_beyond_the_limits_is_said_and_harms_nothing(double tempo)
    {
        var played = PlayAt(120, tempo, Meter.Common);
        Assert.Equal(TransportNotice.Tempo, played.Notice);
        var later = PlayAt(tempo, tempo, Meter.Common, frames: 2_000_000);
        Assert.Equal(TransportNotice.Tempo, later.Notice);
    }

    [Theory]
    [MemberData(nameof(Meters))]
    public void Every_meter_plays(int numerator, int denominator)
    {
        var meter = new Meter(numerator, denominator);
        var played = PlayAt(120, 120, meter);
        Assert.Equal(meter.IsValid ? TransportNotice.None : TransportNotice.Meter, played.Notice);
        Assert.NotEmpty(played.Onsets);
        var counted = meter.OrCommon;
        var bounds = played.Answers.Split(' ')[0].Split('-').Select(long.Parse).ToArray();
        Assert.Equal(0, (bounds[1] - bounds[0]) % counted.BarTicks);
    }

    [Theory]
    [InlineData(33, 32)]
    [InlineData(4, 64)]
    [InlineData(5, 3)]
    [InlineData(0, 4)]
    public void Bar_lines_of_a_meter_that_does_not_count_do_not_count(int numerator, int denominator)
    {
        double bar = Math.Max(numerator, 1) * 4.0 / denominator;
        var expected = Play(512, quarter: null);
        var played = PlayIn(512, frame => Playing(frame) with
        {
            Meter = new(numerator, denominator), BarQuarter = Math.Floor(frame / 24000.0 / bar) * bar,
        });
        Assert.Equal(expected.Answers, played.Answers);
        Assert.Equal(expected.Onsets, played.Onsets);
    }

    private static HostTime Playing(long frame) => new() { IsPlaying = true, Tempo = 120, Quarter = frame / 24000.0 };

    private static Func<long, double> Named(string oddity)
    {
        long before = 0;
        int calls = 0;
        return oddity switch
        {
            "one for all pieces of 8192 frames" => frame => frame / 8192 * 8192 / 24000.0,
            "back by a sample" => frame => (frame - (calls++ % 2)) / 24000.0,
            "rounded to 1e-3" => frame => Math.Round(frame / 24000.0, 3),
            "rounded to Ardour's ticks" => frame => Math.Round(frame / 24000.0 * 1920) / 1920,
            _ => frame =>
            {
                long late = before;
                before = frame;
                return late / 24000.0;
            },
        };
    }

    private static (List<long> Onsets, List<byte> Pitches, string Answers) Play(int block, Func<long, double>? quarter) =>
        PlayIn(block, frame => Playing(frame) with { Quarter = quarter?.Invoke(frame) ?? (frame / 24000.0) });

    private static (List<long> Onsets, List<byte> Pitches, string Answers) PlayIn(int block, Func<long, HostTime> host)
    {
        using var stage = Stage(host, 1);
        var random = new Random(3);
        long at = 0;
        stage.Run(600_000, () =>
        {
            // Pieces of a buffer do not cross its end.
            int size = (int)Math.Min(block == Random ? random.Next(16, 2048) : block, 8192 - (at % 8192));
            at += size;
            return size;
        });
        return Result(stage);
    }

    private static (List<long> Onsets, string Answers, TransportNotice Notice) PlayAt(
        double tempo, double? named, Meter meter, long? frames = null)
    {
        double framesPerQuarter = 60 * SampleRate / tempo;
        using var stage = Stage(
            frame => new() { IsPlaying = true, Tempo = named, Quarter = frame / framesPerQuarter, Meter = meter },
            framesPerQuarter / 24000);
        int block = (int)Math.Clamp(framesPerQuarter / 16, 16, 1 << 20);
        stage.Run(frames ?? (long)(40 * framesPerQuarter) + 20_000, () => block);
        var notice = stage.Engine.TransportNotice;
        var (onsets, _, answers) = Result(stage);
        return (onsets, answers, notice);
    }

    // Eighths for four quarters.
    private static EngineStage Stage(Func<long, HostTime> host, double scale) => new(Enumerable.Range(0, 8).SelectMany(i =>
        EngineStage.Key((long)((i * 12000 * scale) + (500 * Math.Min(scale, 1))), (long)(9000 * scale), (byte)(60 + i)))) { Host = host };

    private static (List<long> Onsets, List<byte> Pitches, string Answers) Result(EngineStage stage)
    {
        stage.Finish();
        var sounding = new HashSet<byte>();
        foreach (var (_, note) in stage.Played)
            Assert.True(note.IsOn ? sounding.Add(note.Pitch.Number) : sounding.Remove(note.Pitch.Number));
        return (
            [.. stage.Onsets], [.. stage.Played.Where(played => played.Note.IsOn).Select(played => played.Note.Pitch.Number)],
            string.Join(" ", stage.Answers.Select(answer => $"{answer.Answer.Start}-{answer.Answer.End}")));
    }
}
