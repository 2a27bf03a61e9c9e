namespace ComposerPlugin.Music;

/// <summary>
/// Pitches counted in steps of a key's scale: major, or natural minor. A note outside the scale counts as the step below it, raised by a
/// semitone. The tonic of each octave is a multiple of <see cref="PerOctave"/>.
/// </summary>
public static class DiatonicSteps
{
    /// <summary>Steps in an octave.</summary>
    public const int PerOctave = 7;

    private static ReadOnlySpan<byte> Major => [0, 2, 4, 5, 7, 9, 11];

    private static ReadOnlySpan<byte> Minor => [0, 2, 3, 5, 7, 8, 10];

    /// <summary>The number of steps from one pitch to another; negative downwards. Alterations are ignored.</summary>
    /// <param name="from">The first MIDI note number.</param>
    /// <param name="to">The second MIDI note number.</param>
    /// <param name="key">The key class, 1 to 24 (<see cref="KeyTracker"/>).</param>
    public static int Between(int from, int to, int key) => Of(to, key).Step - Of(from, key).Step;

    /// <summary>Moves a pitch by steps of the scale; an altered note stays altered.</summary>
    /// <param name="pitch">The MIDI note number.</param>
    /// <param name="steps">The number of steps; negative downwards.</param>
    /// <param name="key">The key class, 1 to 24.</param>
    /// <returns>The MIDI note number, which may be outside 0 to 127.</returns>
    public static int Move(int pitch, int steps, int key)
    {
        var (step, raised) = Of(pitch, key);
        var (octave, degree) = Divide(step + steps, PerOctave);
        return KeyTracker.TonicOf(key) + (12 * octave) + ScaleOf(key)[degree] + raised;
    }

    private static (int Step, int Raised) Of(int pitch, int key)
    {
        var scale = ScaleOf(key);
        var (octave, semitones) = Divide(pitch - KeyTracker.TonicOf(key), 12);
        int degree = PerOctave - 1;
        while (scale[degree] > semitones)
            degree--;
        return ((PerOctave * octave) + degree, semitones - scale[degree]);
    }

    private static ReadOnlySpan<byte> ScaleOf(int key) => key > 12 ? Minor : Major;

    // Rounds down, so that the remainder is not negative.
    private static (int Quotient, int Remainder) Divide(int value, int by)
    {
        int quotient = (value / by) - (value % by < 0 ? 1 : 0);
        return (quotient, value - (quotient * by));
    }
}
