using System.Security.Cryptography;
using System.Text;

namespace ComposerPlugin.Music;

/// <summary>
/// The class tables of note steps: what each number that a model reads or writes means. Gaps are exact up to two bars of 4/4 and
/// go on by <see cref="Wait"/>; durations are exact up to the same length and then in eighths.
/// </summary>
public static class Vocabulary
{
    /// <summary>Raised whenever a table below changes; a style of another version is refused.</summary>
    public const int Version = 2;

    /// <summary>The longest gap and the longest exact duration, in ticks.</summary>
    public const int ExactTicks = 2 * Ticks.PerWhole;

    /// <summary>The gap class of a step that only lets <see cref="ExactTicks"/> pass and plays no note.</summary>
    public const int Wait = ExactTicks + 1;

    /// <summary>The gap class that ends a phrase.</summary>
    public const int End = ExactTicks + 2;

    /// <summary>Gap classes: ticks 0 to <see cref="ExactTicks"/> from the previous onset, <see cref="Wait"/>, <see cref="End"/>.</summary>
    public const int Iois = ExactTicks + 3;

    /// <summary>Pitch classes that a model may write: the MIDI notes.</summary>
    public const int Pitches = Pitch.Count;

    /// <summary>What a model reads in place of a pitch where there is none yet.</summary>
    public const int NoPitch = Pitches;

    /// <summary>Duration classes.</summary>
    public const int Durations = ExactTicks + ((LongestTicks - ExactTicks) / LongStep);

    /// <summary>What a model reads in place of a duration where there is none yet.</summary>
    public const int NoDuration = Durations;

    /// <summary>What a model reads in place of a gap where there is none yet.</summary>
    public const int NoIoi = Iois;

    /// <summary>Velocity classes, each four MIDI velocities wide.</summary>
    public const int Velocities = 32;

    /// <summary>The longest duration, in ticks.</summary>
    public const int LongestTicks = 8 * Ticks.PerWhole;

    /// <summary>Places in the bar that a model can tell apart; a longer bar's later places read as the last.</summary>
    public const int BarPositions = 4 * Ticks.PerWhole / 2;

    /// <summary>Bars are counted modulo this.</summary>
    public const int BarCycle = 8;

    private const int LongStep = Ticks.PerQuarter / 2;

    private static readonly Meter[] _meters =
    [
        new(2, 4), new(3, 4), new(4, 4), new(5, 4), new(6, 4), new(7, 4),
        new(2, 2), new(3, 2), new(4, 2),
        new(2, 8), new(3, 8), new(4, 8), new(5, 8), new(6, 8), new(7, 8), new(9, 8), new(10, 8), new(11, 8), new(12, 8),
        new(6, 16), new(9, 16), new(12, 16),
    ];

    /// <summary>Meter classes: 0 is any meter outside the table.</summary>
    public static int Meters => _meters.Length + 1;

    /// <summary>Stands in every style; two vocabularies with one hash have equal tables.</summary>
    public static string Hash { get; } = ComputeHash();

    /// <summary>The class of a meter; 0 when the table lacks it.</summary>
    public static int MeterClass(Meter meter) => Array.IndexOf(_meters, meter) + 1;

    /// <summary>The duration class nearest to a length in ticks.</summary>
    public static int DurationClass(int ticks) => ticks <= ExactTicks
        ? Math.Max(ticks, 1) - 1
        : Math.Min(ExactTicks + ((ticks - ExactTicks + (LongStep / 2)) / LongStep), Durations) - 1;

    /// <summary>The length of a duration class, in ticks.</summary>
    public static int DurationTicks(int durationClass) =>
        durationClass < ExactTicks ? durationClass + 1 : ExactTicks + ((durationClass - ExactTicks + 1) * LongStep);

    /// <summary>The velocity class of a MIDI velocity.</summary>
    public static int VelocityClass(byte velocity) => velocity / 4;

    /// <summary>The MIDI velocity in the middle of a class.</summary>
    public static byte Velocity(int velocityClass) => (byte)((velocityClass * 4) + 2);

    /// <summary>A note whose duration and velocity stand in the tables, nearest to this one.</summary>
    public static Note Nearest(Note note) => note with
    {
        Duration = DurationTicks(DurationClass(note.Duration)),
        Velocity = Velocity(VelocityClass(note.Velocity)),
    };

    private static string ComputeHash()
    {
        string tables = $"{Version};{Ticks.PerQuarter};{ExactTicks};{Wait};{End};{Pitches};{Durations};{LongStep};{Velocities};{BarPositions};{BarCycle};{KeyTracker.Keys};"
            + string.Join(',', _meters);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(tables)).AsSpan(0, 8));
    }
}
