using System.Globalization;

namespace ComposerPlugin.Music;

/// <summary>How a line of four bars ends, and where it lies.</summary>
/// <param name="Degree">
/// The degree on which it rests, in semitones above the tonic; <see cref="PhraseEndings.Unknown"/> if the key is not known.
/// </param>
/// <param name="Breathes">Whether it ends with a breath (<see cref="BarRest.Breathes"/>).</param>
/// <param name="Lift">The semitones from the mean pitch of the tune's first line to that of this one.</param>
public readonly record struct LineForm(int Degree, bool Breathes, int Lift)
{
    private const int MostLift = 48;

    private const string UnknownDegree = "?", Breath = ",";

    /// <summary>The form of a line of a melody.</summary>
    /// <param name="memory">The melody.</param>
    /// <param name="opening">The first bar of its first line.</param>
    /// <param name="line">The number of the line, from 0.</param>
    /// <param name="key">The key class at its end; 0 if it is unknown.</param>
    /// <param name="next">The first onset after its last bar, or the end of the music.</param>
    public static LineForm Of(FormMemory memory, int opening, int line, int key, long next)
    {
        int last = opening + ((line + 1) * PhraseEndings.PhraseBars) - 1;
        bool rests = BarRest.TryFind(memory.NotesOf(last), out var rest);
        int degree = key > 0 && rests
            ? PhraseEndings.DegreeOf(rest.Pitch, KeyTracker.TonicOf(key))
            : PhraseEndings.Unknown;
        bool breathes = BarRest.Breathes(memory.NotesOf(last), next, BarRest.BreathTicks(memory.Meter));
        double lift = MeanPitch(memory, opening, line) - MeanPitch(memory, opening, 0);
        return new(degree, breathes, double.IsFinite(lift) ? (int)Math.Round(lift) : 0);
    }

    /// <summary>Whether its degree is known and one of a scale.</summary>
    public bool EndsIn(Scale scale) => Degree != PhraseEndings.Unknown && scale.Contains(Degree, 0);

    /// <summary>The mean pitch of a line, as a MIDI note number; NaN without notes.</summary>
    /// <param name="memory">The melody.</param>
    /// <param name="opening">The first bar of its first line.</param>
    /// <param name="line">The number of the line, from 0.</param>
    public static double MeanPitch(FormMemory memory, int opening, int line)
    {
        int first = opening + (line * PhraseEndings.PhraseBars);
        return memory.MeanPitch(first, first + PhraseEndings.PhraseBars);
    }

    /// <summary>Reads a text, as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out LineForm line)
    {
        line = default;
        int sign = text.LastIndexOfAny('+', '-');
        if (sign < 1 || !int.TryParse(text[sign..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int lift))
            return false;
        var end = text[..sign];
        bool breathes = end.EndsWith(Breath);
        end = breathes ? end[..^1] : end;
        int degree = PhraseEndings.Unknown;
        bool isKnown = end is UnknownDegree
            || (int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out degree) && degree < PhraseEndings.Degrees);
        line = new(degree, breathes, lift);
        return isKnown && Math.Abs(lift) <= MostLift;
    }

    /// <summary>Its text: the degree, a comma if it breathes, and the lift with its sign, as "7,+3".</summary>
    public override string ToString()
    {
        int lift = Math.Clamp(Lift, -MostLift, MostLift);
        string degree = Degree == PhraseEndings.Unknown ? UnknownDegree : Degree.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{degree}{(Breathes ? Breath : "")}{lift:+0;-0;+0}");
    }
}
