using ComposerPlugin.Host;

namespace ComposerPlugin.Sessions;

/// <summary>A session drawn from a seed: the same seed gives the same session, except for the block lengths.</summary>
internal sealed class RandomSession
{
    private const int MostParts = 3, LeastSeconds = 4, MostSeconds = 14, MostLocks = 3;

    // How long the song is stopped at the end of a part, so that the host ends the notes it plays.
    private const double RestSeconds = 0.2;

    private static readonly double[] _rates = [44100, 48000, 48000, 88200, 96000, 176400, 192000];

    private readonly ControlSurface _controls;
    private readonly Random _random;
    private readonly Random _blocks;

    /// <summary>Draws a session.</summary>
    /// <param name="seed">The session's seed.</param>
    /// <param name="controls">The plugin's controls.</param>
    /// <param name="blocks">Selects the block lengths of the session.</param>
    public RandomSession(int seed, ControlSurface controls, int blocks = 0)
    {
        (_controls, _random, _blocks) = (controls, new(seed), new(HashCode(seed, blocks)));
        Class = _random.Next(2) == 0 ? "Composer" : "Composer MIDI";
        IsCompared = _random.Next(4) == 0;
        MovesRareControls = _random.Next(25) == 0;
        int parts = 1 + (_random.Next(3) == 0 ? _random.Next(1, MostParts) : 0);
        Parts = [.. Enumerable.Range(0, parts).Select(index => DrawPart(isLast: index == parts - 1))];
    }

    /// <summary>The plugin's class.</summary>
    public string Class { get; }

    /// <summary>Whether the transport of each block holds for all its frames, so that the take may not depend on the blocks.</summary>
    public bool IsCompared { get; }

    /// <summary>Whether a style or program may change, so that range and scale are unknown.</summary>
    public bool MovesRareControls { get; }

    /// <summary>Its parts, one after the other.</summary>
    public IReadOnlyList<SessionPart> Parts { get; }

    /// <summary>The host's actions, one line per part.</summary>
    public IEnumerable<string> Describe() => Parts.Select(part =>
        $"{Class}, {part.Transport.SampleRate} Hz, {part.Frames} frames, blocks of {part.Setup.Blocks.Largest} at most, "
        + $"cut at {part.Setup.Splits}, "
        + $"withheld {part.Setup.Withheld}, missing {part.Setup.Missing}, "
        + $"{string.Join("; ", Stretches(part))}{(part.IsReloaded ? ", its own state taken first" : "")}");

    private static IEnumerable<string> Stretches(SessionPart part)
    {
        for (long time = 0; time < part.Frames; time = part.Transport.StretchAt(time).End)
        {
            var (isPlaying, _, quarter) = part.Transport.At(time);
            yield return $"at {time} {(isPlaying ? "plays from" : "is stopped at")} {quarter:0.###}";
        }
    }

    private static int HashCode(int seed, int blocks) => unchecked((seed * 397) + blocks);

    private SessionPart DrawPart(bool isLast)
    {
        double rate = _rates[_random.Next(_rates.Length)];
        long frames = (long)(rate * (LeastSeconds + (_random.NextDouble() * (MostSeconds - LeastSeconds))));
        long rest = (long)(rate * RestSeconds);
        var transport = RandomTransport.Draw(_random, rate, frames);
        transport.Stop(frames);
        var timeline = new Timeline();
        RandomPlaying.Draw(_random, timeline, rate, frames, transport.Song);
        var controls = RandomControls.Draw(_random, timeline, _controls, frames, MovesRareControls);
        var locks = DrawLocks(timeline, controls, frames);
        // Notes end at once when the plugin is bypassed; otherwise in the first block of the next part.
        if (isLast)
            timeline.LiveParameter(frames + (rest / 2), _controls.Bypass, 1);
        var setup = RandomHost.Draw(_random, _blocks, IsCompared);
        return new(transport, timeline, setup, frames + rest, _random.Next(2) == 0, controls, locks);
    }

    private List<(long Frame, AllowedPitches Lock)> DrawLocks(Timeline timeline, List<(uint, double)> start, long frames)
    {
        int count = _random.Next(4) == 0 ? _random.Next(2, MostLocks + 1) : 1;
        var locks = new List<(long, AllowedPitches)>();
        for (int i = 0; i < count; i++)
        {
            long frame = i == 0 ? 0 : (frames / count * i) + _random.NextInt64(frames / count);
            var pitches = AllowedPitches.Draw(_random);
            var values = _controls.ValuesOf(pitches);
            if (i == 0)
                start.AddRange(values);
            foreach (var (id, normalized) in i == 0 ? [] : values)
                timeline.LiveParameter(frame, id, normalized);
            locks.Add((frame, pitches));
        }
        return locks;
    }
}
