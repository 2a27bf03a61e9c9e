using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// The pitches that an answer may have: those that sound in the controls' range and scale, without exception. An answer is composed where the style is
/// at home and then played so many octaves higher; where too little of the range can be reached so, another number of octaves is taken.
/// </summary>
internal sealed class PitchConstraint
{
    private const int Octave = 12;

    // No pitch is further from a style's range.
    private const int MostOctaves = 10;

    private readonly bool[] _allowed = new bool[Pitch.Count];
    private readonly int _lowestOfStyle;
    private readonly int _highestOfStyle;
    private AnswerControls _controls;

    /// <summary>The lock of a style: its range and an octave beyond.</summary>
    public PitchConstraint(StylePitchRange range)
    {
        _lowestOfStyle = Math.Max(range.Lowest - Octave, 0);
        _highestOfStyle = Math.Min(range.Highest + Octave, Pitch.Count - 1);
    }

    /// <summary>How many semitones higher than composed the answer sounds; whole octaves.</summary>
    public int Transposition { get; private set; }

    /// <summary>The highest pitch that may be composed; -1 when there is none: no pitch of the scale lies in the range.</summary>
    public int Highest { get; private set; }

    /// <summary>Whether a pitch may be composed.</summary>
    public bool Allows(int pitch) => _allowed[pitch];

    /// <summary>Sets the pitches for an answer.</summary>
    /// <param name="controls">The range, the scale and the octave that is wished for.</param>
    /// <param name="register">About which pitch the music so far lies; negative when there is none. What follows it is to lie in the range, not at its edge.</param>
    public void Begin(in AnswerControls controls, int register)
    {
        _controls = controls;
        Transposition = Octave * ChooseOctaves(register);
        Highest = -1;
        for (int pitch = 0; pitch < _allowed.Length; pitch++)
        {
            _allowed[pitch] = Fits(pitch, Transposition);
            if (_allowed[pitch])
                Highest = pitch;
        }
    }

    /// <summary>Allows all of these pitches from one on.</summary>
    /// <param name="allowed">For each pitch whether it is allowed.</param>
    /// <param name="lowest">The lowest that is wanted.</param>
    public void Fill(Span<bool> allowed, int lowest)
    {
        allowed.Clear();
        _allowed.AsSpan(lowest).CopyTo(allowed[lowest..]);
    }

    /// <summary>Allows the pitches of a class that are nearest to a pitch: one or, above and below, two; none where the lock holds none.</summary>
    /// <param name="allowed">For each pitch whether it is allowed.</param>
    /// <param name="pitchClass">The pitch class.</param>
    /// <param name="near">The pitch to be near to.</param>
    public void FillNearest(Span<bool> allowed, int pitchClass, int near)
    {
        allowed.Clear();
        for (int distance = 0; distance < Pitch.Count; distance++)
        {
            bool below = IsOfClass(near - distance, pitchClass), above = IsOfClass(near + distance, pitchClass);
            if (below)
                allowed[near - distance] = true;
            if (above)
                allowed[near + distance] = true;
            if (below || above)
                return;
        }
    }

    /// <summary>The pitch nearest to one that sounds in the range and the scale; there must be one.</summary>
    public int NearestSounding(int sounding)
    {
        for (int distance = 0; distance < Pitch.Count; distance++)
        {
            if (MaySound(sounding - distance))
                return sounding - distance;
            if (MaySound(sounding + distance))
                return sounding + distance;
        }
        return sounding;
    }

    /// <summary>Whether a pitch of this class may be composed.</summary>
    public bool HasClass(int pitchClass)
    {
        for (int pitch = pitchClass; pitch < _allowed.Length; pitch += Octave)
        {
            if (_allowed[pitch])
                return true;
        }
        return false;
    }

    private bool IsOfClass(int pitch, int pitchClass) => pitch is >= 0 and < Pitch.Count && _allowed[pitch] && pitch % Octave == pitchClass;

    // What leaves an octave, or as much as any; of those what brings the music's register nearest to the range; of those the nearest to what is wished for.
    private int ChooseOctaves(int register)
    {
        int best = 0;
        var least = (Missing: int.MaxValue, Distance: 0, Away: 0);
        for (int octaves = -MostOctaves; octaves <= MostOctaves; octaves++)
        {
            var cost = (Math.Max(0, Octave - Reach(octaves)), DistanceFromRange(register, octaves), Math.Abs(octaves - _controls.Octave));
            if (cost.CompareTo(least) < 0)
                (best, least) = (octaves, cost);
        }
        return best;
    }

    private int DistanceFromRange(int register, int octaves)
    {
        int sounding = register + (Octave * octaves);
        return register < 0 ? 0 : Math.Max(0, Math.Max(_controls.Lowest.Number - sounding, sounding - _controls.Highest.Number));
    }

    // Semitones from the lowest pitch to the highest; -1 where there is none.
    private int Reach(int octaves)
    {
        int lowest = -1, highest = -2;
        for (int pitch = _lowestOfStyle; pitch <= _highestOfStyle; pitch++)
        {
            if (!Fits(pitch, Octave * octaves))
                continue;
            lowest = lowest < 0 ? pitch : lowest;
            highest = pitch;
        }
        return highest - lowest;
    }

    private bool Fits(int pitch, int transposition) => pitch >= _lowestOfStyle && pitch <= _highestOfStyle && MaySound(pitch + transposition);

    private bool MaySound(int sounding) =>
        sounding >= _controls.Lowest.Number && sounding <= _controls.Highest.Number && _controls.Scale.Contains(sounding, _controls.Tonic);
}
