using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>
/// A bar of melody as a generator of bars sees it: for each sixteenth which pitch sounds, and whether it begins there. It holds every meter whose bar
/// is a whole number of sixteenths, up to 24 of them (12/8); it knows no triplets, nothing shorter than a sixteenth, no chords and no velocities.
/// </summary>
public sealed class BarRoll
{
    /// <summary>Ticks in a step.</summary>
    public const int StepTicks = Ticks.PerQuarter / 4;

    /// <summary>The most steps of a bar. Where a bar is shorter, the rest is silent.</summary>
    public const int Steps = 24;

    /// <summary>Numbers for each step: for each pitch whether it begins, then for each whether it sounds.</summary>
    public const int Width = 2 * Pitch.Count;

    /// <summary>Chords: 0 is none, then the twelve major triads from C up, then the minor ones.</summary>
    public const int Chords = 25;

    private const int Silent = -1;
    private const int PitchClasses = 12;

    private readonly int[] _pitches = new int[Steps];
    private readonly bool[] _begins = new bool[Steps];

    /// <summary>An empty bar.</summary>
    public BarRoll() => Clear(Steps);

    /// <summary>How many steps the bar has.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing sounds.</summary>
    public bool IsEmpty => Array.TrueForAll(_pitches, pitch => pitch == Silent);

    /// <summary>How many notes begin.</summary>
    public int Onsets => _begins.AsSpan(0, Length).Count(true);

    /// <summary>The steps of a bar; 0 where a roll cannot hold one.</summary>
    public static int StepsOf(Meter meter) => meter.BarTicks % StepTicks == 0 && meter.BarTicks <= Steps * StepTicks ? meter.BarTicks / StepTicks : 0;

    /// <summary>Silences the bar.</summary>
    /// <param name="length">How many steps it has.</param>
    public void Clear(int length)
    {
        Length = length;
        Array.Fill(_pitches, Silent);
        Array.Fill(_begins, false);
    }

    /// <summary>The pitch that sounds in a step, or -1.</summary>
    public int PitchAt(int step) => _pitches[step];

    /// <summary>Whether a pitch begins in a step.</summary>
    public bool BeginsAt(int step) => _begins[step];

    /// <summary>Sets a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="pitch">What sounds, or -1.</param>
    /// <param name="begins">Whether it begins.</param>
    public void Set(int step, int pitch, bool begins) => (_pitches[step], _begins[step]) = (pitch, begins && pitch >= 0);

    /// <summary>Adds a note, as far as it lies in the bar; a later note ends those before it. A pitch that is none is left out.</summary>
    /// <param name="onset">Ticks from the bar line, below 0 for a note that is tied over it.</param>
    /// <param name="duration">In ticks.</param>
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

    /// <summary>The triad that fits best what sounds, the lowest note helping; 0 in silence.</summary>
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

    /// <summary>Writes it as a graph reads it: <see cref="Steps"/> rows of <see cref="Width"/> numbers.</summary>
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

    /// <summary>Takes of each step what is likeliest. A pitch also begins where another one, or nothing, sounded before.</summary>
    /// <param name="roll">The probabilities, as <see cref="Write"/> has them; what is left of 1 is silence.</param>
    /// <param name="length">How many steps the bar has.</param>
    /// <param name="before">The pitch that sounds at the end of the bar before, or -1.</param>
    /// <param name="density">At 1 a note is four times as likely to begin as the roll says, against silence and against going on; at -1 a fourth.</param>
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
