using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [any] How long keys and pedals can hold up an answer, in ticks. A note-off may be lost, a drone may lie on a key, a foot may stay on
/// the pedal: none of these may make the plugin deaf.
/// </summary>
public static class HoldLimits
{
    private const int Whole = 4 * Ticks.PerQuarter;

    /// <summary>
    /// A key counts as let go so long after its note-on: two bars, at least two whole notes, and an eighth, so that a last note of two bars
    /// is heard to its end.
    /// </summary>
    /// <param name="barTicks">The length of a bar, in ticks.</param>
    public static int Key(int barTicks) => Math.Max(2 * barTicks, 2 * Whole) + (Ticks.PerQuarter / 2);

    /// <summary>
    /// What sounds on alone holds up an answer so long after the last note that was begun or ended: a bar, at least a whole note. That is a
    /// note under the pedal, a key older than the last notes, and one of which a note-on still lacks its note-off.
    /// </summary>
    /// <param name="barTicks">The length of a bar, in ticks.</param>
    public static int SoundingOn(int barTicks) => Math.Max(barTicks, Whole);
}
