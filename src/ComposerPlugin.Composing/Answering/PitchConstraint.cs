using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>
/// The pitches that an answer may have: those that sound in the range and the scale of the controls, without exception. An answer is
/// composed in the range of the style and then transposed by octaves; if too little of the controls' range can be reached so, by another
/// number of octaves. Composed pitches are MIDI note numbers, since they index logits.
/// </summary>
internal sealed class PitchConstraint
{
    private const int Octave = 12;

    // The whole MIDI range.
    private const int MostOctaves = 10;

    private readonly bool[] _allowed = new bool[Pitch.Count];
    private readonly int _lowestOfStyle;
    private readonly int _highestOfStyle;
    private AnswerControls _controls;

    // The octaves by which an answer that lies where its phrase does is transposed, and those of the control.
    private int _home;

    /// <summary>The constraint of a style: its range and an octave beyond.</summary>
    public PitchConstraint(StylePitchRange range)
    {
        _lowestOfStyle = Math.Max(range.Lowest - Octave, 0);
        _highestOfStyle = Math.Min(range.Highest + Octave, Pitch.Count - 1);
    }

    /// <summary>The semitones by which composed pitches are transposed to sound; whole octaves.</summary>
    public int Transposition { get; private set; }

    /// <summary>The highest pitch that may be composed; -1 if no pitch of the scale is in the range.</summary>
    public int Highest { get; private set; }

    /// <summary>Whether a given pitch may stay as it is: in the range and the scale, wherever in the style's range.</summary>
    public bool MayKeep(int pitch) => MaySound(pitch + Transposition);

    /// <summary>Sets the pitches for an answer.</summary>
    /// <param name="controls">The range, the scale and the octave.</param>
    /// <param name="register">
    /// The mean pitch of the music so far; negative if there is none. An answer near it shall be inside the range, not at its edge.
    /// </param>
    /// <param name="shift">The semitones by which the model reads the phrase higher than it was played; whole octaves.</param>
    public void Begin(in AnswerControls controls, int register, int shift = 0)
    {
        (_controls, _home) = (controls, controls.Octave - (shift / Octave));
        Transposition = Octave * ChooseOctaves(register);
        Fill(isOfStyle: true);
    }

    /// <summary>
    /// Sets the pitches for an answer that is a phrase itself: it is moved by octaves only so far as the control asks or the range needs,
    /// wherever it lies in the style's range.
    /// </summary>
    /// <param name="controls">The range, the scale and the octave.</param>
    /// <param name="phrase">The notes of the phrase.</param>
    /// <param name="shift">The semitones by which the model reads it higher than it was played; whole octaves.</param>
    public void BeginItself(in AnswerControls controls, ReadOnlySpan<TimedNote> phrase, int shift = 0)
    {
        _controls = controls;
        Transposition = (Octave * ChooseOctaves(phrase)) - shift;
        Fill(isOfStyle: true);
        if (Highest < 0)
            Fill(isOfStyle: false);
    }

    /// <summary>Allows all of these pitches from one upwards.</summary>
    /// <param name="allowed">Whether each pitch is allowed.</param>
    /// <param name="lowest">The lowest pitch.</param>
    public void Fill(Span<bool> allowed, int lowest)
    {
        allowed.Clear();
        _allowed.AsSpan(lowest).CopyTo(allowed[lowest..]);
    }

    /// <summary>Allows all of these pitches in a range but the highest few, which other notes need.</summary>
    /// <param name="allowed">Whether each pitch is allowed.</param>
    /// <param name="lowest">The lowest pitch.</param>
    /// <param name="end">The pitch above the highest.</param>
    /// <param name="left">How many are left to other notes.</param>
    /// <returns>Whether any is allowed.</returns>
    public bool TryFill(Span<bool> allowed, int lowest, int end, int left)
    {
        allowed.Clear();
        bool any = false;
        for (int pitch = end - 1; pitch >= lowest; pitch--)
        {
            if (!_allowed[pitch] || left-- > 0)
                continue;
            allowed[pitch] = any = true;
        }
        return any;
    }

    /// <summary>
    /// Allows the pitches of a class that are nearest to a pitch: one, or one above and one below; none if there is none.
    /// </summary>
    /// <param name="allowed">Whether each pitch is allowed.</param>
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

    /// <summary>The sounding pitch in the range and the scale that is nearest to one; there must be one.</summary>
    public Pitch NearestSounding(Pitch sounding)
    {
        for (int distance = 0; distance < Pitch.Count; distance++)
        {
            if (MaySound(sounding.Number - distance))
                return sounding.Transpose(-distance);
            if (MaySound(sounding.Number + distance))
                return sounding.Transpose(distance);
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

    private void Fill(bool isOfStyle)
    {
        Highest = -1;
        for (int pitch = 0; pitch < _allowed.Length; pitch++)
        {
            _allowed[pitch] = isOfStyle ? Fits(pitch, Transposition) : MaySound(pitch + Transposition);
            if (_allowed[pitch])
                Highest = pitch;
        }
    }

    private bool IsOfClass(int pitch, int pitchClass) => pitch is >= 0 and < Pitch.Count && _allowed[pitch] && pitch % Octave == pitchClass;

    // Prefers an octave of reach, or as much as there is; then the register nearest to the range; then the octave of the control.
    private int ChooseOctaves(int register)
    {
        int best = 0;
        var least = (Missing: int.MaxValue, Distance: 0, Away: 0);
        for (int octaves = -MostOctaves; octaves <= MostOctaves; octaves++)
        {
            var cost = (Math.Max(0, Octave - Reach(octaves)), DistanceFromRange(register, octaves), Math.Abs(octaves - _home));
            if (cost.CompareTo(least) < 0)
                (best, least) = (octaves, cost);
        }
        return best;
    }

    // As few notes outside the range as can be; then the octave of the control.
    private int ChooseOctaves(ReadOnlySpan<TimedNote> phrase)
    {
        int best = 0;
        var least = (Outside: int.MaxValue, Away: 0);
        for (int octaves = -MostOctaves; octaves <= MostOctaves; octaves++)
        {
            int outside = 0;
            foreach (ref readonly var note in phrase)
            {
                int sounding = note.Pitch.Number + (Octave * octaves);
                outside += sounding < _controls.Lowest.Number || sounding > _controls.Highest.Number ? 1 : 0;
            }
            var cost = (outside, Math.Abs(octaves - _controls.Octave));
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

    // Semitones from the lowest pitch to the highest; -1 if there is none.
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

    private bool Fits(int pitch, int transposition) =>
        pitch >= _lowestOfStyle && pitch <= _highestOfStyle && MaySound(pitch + transposition);

    private bool MaySound(int sounding) =>
        sounding >= _controls.Lowest.Number && sounding <= _controls.Highest.Number && _controls.Scale.Contains(sounding, _controls.Tonic);
}
