using System.Text;

namespace ComposerPlugin.Music;

/// <summary>
/// The classes that models read and write. Inter-onset intervals (IOIs) are exact up to two bars of 4/4; <see cref="Wait"/> steps extend
/// them. Durations are exact up to the same length and in eighth notes above it.
/// </summary>
public static class Vocabulary
{
    /// <summary>The version of the tables below. Increment it with every change; styles of another version are rejected.</summary>
    public const int Version = 2;

    /// <summary>The longest IOI and the longest exact duration, in ticks.</summary>
    public const int ExactTicks = 2 * Ticks.PerWhole;

    /// <summary>The IOI class of a step that advances time by <see cref="ExactTicks"/> without a note.</summary>
    public const int Wait = ExactTicks + 1;

    /// <summary>The IOI class that ends a phrase.</summary>
    public const int End = ExactTicks + 2;

    /// <summary>The number of IOI classes: 0 to <see cref="ExactTicks"/> ticks, <see cref="Wait"/>, <see cref="End"/>.</summary>
    public const int Iois = ExactTicks + 3;

    /// <summary>The number of pitches that a model can write: the MIDI note numbers.</summary>
    public const int Pitches = Pitch.Count;

    /// <summary>The input value before the first pitch.</summary>
    public const int NoPitch = Pitches;

    /// <summary>The number of duration classes.</summary>
    public const int Durations = ExactTicks + ((LongestTicks - ExactTicks) / LongStep);

    /// <summary>The input value before the first duration.</summary>
    public const int NoDuration = Durations;

    /// <summary>The input value before the first IOI.</summary>
    public const int NoIoi = Iois;

    /// <summary>The number of velocity classes, each four MIDI velocities wide.</summary>
    public const int Velocities = 32;

    /// <summary>The longest duration, in ticks.</summary>
    public const int LongestTicks = 8 * Ticks.PerWhole;

    /// <summary>The number of positions in the bar, in ticks; later positions of a longer bar are clamped to the last.</summary>
    public const int BarPositions = 4 * Ticks.PerWhole / 2;

    /// <summary>Bar numbers are given to a model modulo this.</summary>
    public const int BarCycle = 8;

    private const int LongStep = Ticks.PerQuarter / 2;

    private static readonly Meter[] _meters =
    [
        new(2, 4), new(3, 4), new(4, 4), new(5, 4), new(6, 4), new(7, 4),
        new(2, 2), new(3, 2), new(4, 2),
        new(2, 8), new(3, 8), new(4, 8), new(5, 8), new(6, 8), new(7, 8), new(9, 8), new(10, 8), new(11, 8), new(12, 8),
        new(6, 16), new(9, 16), new(12, 16),
    ];

    /// <summary>The number of meter classes, including 0, any meter outside the table.</summary>
    public static int Meters => _meters.Length + 1;

    /// <summary>A hash of the tables, 16 hexadecimal digits, stored in every style: equal hashes mean equal tables.</summary>
    public static string Hash { get; } = ComputeHash();

    /// <summary>The class of a meter; 0 if it is not in the table.</summary>
    public static int MeterClass(Meter meter) => Array.IndexOf(_meters, meter) + 1;

    /// <summary>The class nearest to a duration in ticks.</summary>
    public static int DurationClass(int ticks) => ticks <= ExactTicks
        ? Math.Max(ticks, 1) - 1
        : Math.Min(ExactTicks + ((ticks - ExactTicks + (LongStep / 2)) / LongStep), Durations) - 1;

    /// <summary>The duration of a class, in ticks.</summary>
    public static int DurationTicks(int durationClass) =>
        durationClass < ExactTicks ? durationClass + 1 : ExactTicks + ((durationClass - ExactTicks + 1) * LongStep);

    /// <summary>The velocity class of a MIDI velocity.</summary>
    public static int VelocityClass(byte velocity) => velocity / 4;

    /// <summary>The MIDI velocity in the middle of a class.</summary>
    public static byte Velocity(int velocityClass) => (byte)((velocityClass * 4) + 2);

    /// <summary>The note with its duration and velocity rounded to the nearest classes.</summary>
    public static Note Nearest(Note note) => note with
    {
        Duration = DurationTicks(DurationClass(note.Duration)),
        Velocity = Velocity(VelocityClass(note.Velocity)),
    };

    private static string ComputeHash()
    {
        string tables = $"{Version};{Ticks.PerQuarter};{ExactTicks};{Wait};{End};{Pitches};{Durations};{LongStep};{Velocities};"
            + $"{BarPositions};{BarCycle};{KeyTracker.Keys};" + string.Join(',', _meters);
        return Sha256.Hash(Encoding.ASCII.GetBytes(tables))[..16];
    }
}
