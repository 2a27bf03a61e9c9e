using ComposerPlugin.Host;

namespace ComposerPlugin.Sessions;

/// <summary>Draws a song's tempi and meters, and how a host moves through it.</summary>
internal static class RandomTransport
{
    private const int MostCommands = 5;

    private static readonly (int Numerator, int Denominator)[] _meters =
        [(4, 4), (4, 4), (3, 4), (2, 4), (6, 8), (7, 8), (9, 8), (12, 8), (5, 4), (2, 2), (3, 8), (13, 8), (15, 16)];

    /// <summary>Draws a transport whose commands come before a frame.</summary>
    public static HostTransport Draw(Random random, double rate, long frames)
    {
        var song = DrawSong(random);
        // Before the song's start, on its first bar line, on some bar line, or anywhere in a bar.
        double start = random.Next(4) switch
        {
            0 => -random.NextDouble() * 8, 1 => 0, 2 => song.Meter.BarLineAt(random.Next(30)), _ => random.NextDouble() * 40,
        };
        var transport = new HostTransport(song, rate, start, playing: random.Next(6) != 0);
        if (random.Next(3) == 0)
            Loop(random, transport, 0);
        int commands = random.Next(2) == 0 ? 0 : random.Next(MostCommands + 1);
        foreach (long frame in Enumerable.Range(0, commands).Select(_ => random.NextInt64(frames)).Order())
        {
            switch (random.Next(6))
            {
                case 0: transport.Stop(frame); break;
                case 1: transport.Locate(frame, (random.NextDouble() * 50) - 5); break;
                case 2: transport.CycleOff(frame); break;
                case 3: Loop(random, transport, frame); break;
                default: transport.Play(frame); break;
            }
        }
        return transport;
    }

    // Whole quarters, or any length from a sixteenth up.
    private static void Loop(Random random, HostTransport transport, long frame)
    {
        bool whole = random.Next(2) == 0;
        double start = whole ? random.Next(8) : random.NextDouble() * 8;
        transport.CycleOn(start, start + (whole ? random.Next(1, 17) : 0.25 + (random.NextDouble() * 12)), frame);
    }

    private static SongMap DrawSong(Random random)
    {
        double tempo = random.Next(5) switch
        {
            0 => 20 + (random.NextDouble() * 40), 1 => 200 + (random.NextDouble() * 300), _ => 60 + (random.NextDouble() * 140),
        };
        var tempi = new List<TempoChange> { new(0, tempo) };
        for (int more = random.Next(3) == 0 ? random.Next(1, 4) : 0; more > 0; more--)
            tempi.Add(new(tempi[^1].Quarter + 0.01 + (random.NextDouble() * 12),
                Math.Clamp(tempo * (0.5 + (1.5 * random.NextDouble())), 20, 500)));
        var meters = new List<MeterChange> { DrawMeter(random, 0) };
        for (int more = random.Next(3) == 0 ? random.Next(1, 3) : 0; more > 0; more--)
            meters.Add(DrawMeter(random, meters[^1].Quarter + (meters[^1].BarQuarters * random.Next(1, 7))));
        return new(new TempoMap(tempi), new MeterMap(meters));
    }

    private static MeterChange DrawMeter(Random random, double quarter)
    {
        var (numerator, denominator) = _meters[random.Next(_meters.Length)];
        return new(quarter, numerator, denominator);
    }
}
