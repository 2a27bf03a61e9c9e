using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>
/// A monophonic piano roll of one bar, the representation of bar generators: for each sixteenth the sounding pitch and whether it starts
/// there. It can hold bars of up to 24 sixteenths (12/8), but no triplets, notes shorter than a sixteenth, chords or velocities.
/// </summary>
public sealed class BarRoll
{
    /// <summary>Ticks per step: a sixteenth.</summary>
    public const int StepTicks = Ticks.PerQuarter / 4;

    /// <summary>The maximum number of steps. The steps after the end of a shorter bar are silent.</summary>
    public const int Steps = 24;

    /// <summary>The numbers per step: 128 for the pitch that starts, then 128 for the pitch that sounds.</summary>
    public const int Width = 2 * Pitch.Count;

    /// <summary>The number of chord classes: 0 is none, 1 to 12 are the major triads from C up, 13 to 24 the minor triads.</summary>
    public const int Chords = 25;

    private const int Silent = -1;
    private const int PitchClasses = 12;

    private readonly int[] _pitches = new int[Steps];
    private readonly bool[] _begins = new bool[Steps];

    /// <summary>Creates an empty bar of <see cref="Steps"/> steps.</summary>
    public BarRoll() => Clear(Steps);

    /// <summary>The number of steps in the bar.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there are no notes.</summary>
    public bool IsEmpty => Array.TrueForAll(_pitches, pitch => pitch == Silent);

    /// <summary>The number of onsets.</summary>
    public int Onsets => _begins.AsSpan(0, Length).Count(true);

    /// <summary>The number of steps in a bar of a meter; 0 if a roll cannot hold it.</summary>
    public static int StepsOf(Meter meter) =>
        meter.BarTicks % StepTicks == 0 && meter.BarTicks <= Steps * StepTicks ? meter.BarTicks / StepTicks : 0;

    /// <summary>Removes all notes.</summary>
    /// <param name="length">The number of steps in the bar, at most <see cref="Steps"/>.</param>
    public void Clear(int length)
    {
        Length = length;
        Array.Fill(_pitches, Silent);
        Array.Fill(_begins, false);
    }

    /// <summary>The pitch that sounds in a step, or -1 for silence.</summary>
    public int PitchAt(int step) => _pitches[step];

    /// <summary>Whether a note starts in a step.</summary>
    public bool BeginsAt(int step) => _begins[step];

    /// <summary>Sets a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="pitch">The pitch, or -1 for silence.</param>
    /// <param name="begins">Whether the note starts in this step.</param>
    public void Set(int step, int pitch, bool begins) => (_pitches[step], _begins[step]) = (pitch, begins && pitch >= 0);

    /// <summary>
    /// Adds the part of a note inside the bar, rounded to sixteenths; a later note cuts earlier ones. A pitch outside 0 to 127 is
    /// ignored.
    /// </summary>
    /// <param name="onset">The onset in ticks from the bar line; negative for a note tied over it.</param>
    /// <param name="duration">The duration in ticks.</param>
    /// <param name="pitch">The pitch.</param>
    public void Add(long onset, int duration, int pitch)
    {
        if (pitch is < 0 or >= Pitch.Count)
            return;
        long first = (onset + (StepTicks / 2)) >= 0 ? (onset + (StepTicks / 2)) / StepTicks : -1;
        long end = Math.Max((onset + duration + (StepTicks / 2)) / StepTicks, first + 1);
        for (long step = Math.Max(first, 0); step < Math.Min(end, Length); step++)
            Set((int)step, pitch, step == first);
    }

    /// <summary>
    /// The class of the triad that covers the most steps, with a bonus if its root is the lowest note; 0 for an empty bar.
    /// </summary>
    public int Chord()
    {
        Span<double> weights = stackalloc double[PitchClasses];
        int lowest = int.MaxValue;
        foreach (int pitch in _pitches)
        {
            if (pitch == Silent)
                continue;
            weights[pitch % PitchClasses]++;
            lowest = Math.Min(lowest, pitch);
        }
        var (best, highest) = (0, 0.0);
        for (int chord = 1; chord < Chords && lowest < int.MaxValue; chord++)
        {
            int root = (chord - 1) % PitchClasses, third = chord > PitchClasses ? 3 : 4;
            const double LowestIsRoot = 0.1;
            double score = weights[root] + weights[(root + third) % PitchClasses] + weights[(root + 7) % PitchClasses]
                + (root == lowest % PitchClasses ? LowestIsRoot : 0);
            if (score > highest)
                (best, highest) = (chord, score);
        }
        return best;
    }

    /// <summary>Writes the bar as the graph's input, [<see cref="Steps"/>, <see cref="Width"/>], 0 or 1.</summary>
    public void Write(Span<float> roll)
    {
        roll.Clear();
        for (int step = 0; step < Length; step++)
        {
            if (_pitches[step] == Silent)
                continue;
            roll[(step * Width) + Pitch.Count + _pitches[step]] = 1;
            roll[(step * Width) + _pitches[step]] = _begins[step] ? 1 : 0;
        }
    }

    /// <summary>Sets each step to the most likely state. A pitch that differs from the previous step's starts a note.</summary>
    /// <param name="roll">
    /// Probabilities, [<see cref="Steps"/>, <see cref="Width"/>], in the layout of <see cref="Write"/>; the probability of silence is 1
    /// minus the sum of the sounding pitches.
    /// </param>
    /// <param name="length">The number of steps in the bar.</param>
    /// <param name="before">The pitch that sounds at the end of the previous bar, or -1.</param>
    /// <param name="density">-1 to 1: weighs onsets against silence and sustained notes by 4 to this power.</param>
    public void Read(ReadOnlySpan<float> roll, int length, int before, float density = 0)
    {
        float likelier = MathF.Pow(4, density);
        Clear(length);
        for (int step = 0; step < length; step++)
        {
            var begins = roll.Slice(step * Width, Pitch.Count);
            var sounds = roll.Slice((step * Width) + Pitch.Count, Pitch.Count);
            float silence = 1;
            int pitch = 0;
            for (int i = 0; i < sounds.Length; i++)
            {
                silence -= sounds[i];
                pitch = sounds[i] > sounds[pitch] ? i : pitch;
            }
            if (silence < sounds[pitch] * likelier)
                Set(step, pitch, pitch != before || begins[pitch] * likelier > sounds[pitch] - begins[pitch]);
            before = _pitches[step];
        }
    }
}
