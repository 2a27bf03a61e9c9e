using ComposerPlugin.Music;

namespace ComposerPlugin.Engine.Tests;

/// <summary>Random notes, triggers, controls and jumps of the host, for a seed. Bypass ends what sounds last.</summary>
internal static class RandomSession
{
    public static EngineStage Play(int seed, bool hasWindow = true)
    {
        var random = new Random(seed);
        var keys = Enumerable.Range(0, 60)
            .SelectMany(_ => EngineStage.Key(random.Next(1_500_000), random.Next(1, 60_000), (byte)random.Next(128)));
        long jumpAt = random.Next(1_500_000), stopAt = random.Next(1_500_000);
        double jumpTo = random.Next(100), tempo = random.Next(30, 300);
        var performance = new EngineStage(hasWindow, keys)
        {
            Host = frame => new()
            {
                IsPlaying = frame < stopAt, Tempo = tempo, Meter = RandomMeter(frame / 400_000 + seed),
                Quarter = (frame * tempo / 60 / 48000) + (frame > jumpAt ? jumpTo : 0),
            },
            Triggers = new(Enumerable.Range(0, 12).Select(_ => (random.NextInt64(1_600_000), (TakeTrigger)random.Next(5))).Order()),
        };
        for (int part = 0; part < 4; part++)
        {
            performance.Controls = new(random.Next(8) == 0, random.Next(1, 5), random.Next(60), (StartQuantize)random.Next(3),
                new(Grid.Sixteenth, 1, 1, 1))
            {
                Mode = (PlayMode)random.Next(5), TradeBars = 1 << random.Next(4), Timing = (TimingSource)random.Next(2),
                Swing = 0.5f + (0.25f * random.NextSingle()), FollowsPhrase = random.Next(2) == 0,
            };
            performance.Run(400_000, () => random.Next(0, 3000));
        }
        performance.Controls = performance.Controls with { Bypass = true };
        performance.Block(64);
        return performance;
    }

    private static Meter RandomMeter(long number) => ((Meter[])[new(4, 4), new(3, 4), new(7, 8), new(12, 8)])[number % 4];
}
