using System.Globalization;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The values of a parameter as a musician reads, types and moves them: texts with signs, and moves from one round number to the
/// next. Values are normalized.
/// </summary>
internal sealed class ValueScale
{
    private const double FinePart = 0.1, WheelPart = 0.02;

    private readonly IControl _control;

    // In the numbers of its texts; only where it has no steps.
    private readonly double _lowest, _range = 100, _grain = 1;

    /// <summary>The scale of a parameter.</summary>
    public ValueScale(IControl control)
    {
        _control = control;
        IsSigned = !control.IsList && control.Format(0).StartsWith('-');
        if (control.Steps > 0 || !TryRead(control.Format(1), out double highest))
            return;
        // The lowest value may have a name instead of a number.
        if (!TryRead(control.Format(0), out double lowest) && TryRead(control.Format(0.5), out double middle))
            lowest = (2 * middle) - highest;
        if (highest <= lowest)
            return;
        (_lowest, _range) = (lowest, highest - lowest);
        _grain = _range >= 20 ? 1 : _range / 100;
    }

    /// <summary>Whether its numbers begin below zero, so that plus signs are shown.</summary>
    public bool IsSigned { get; }

    /// <summary>The text of a value.</summary>
    public string Format(double value)
    {
        string text = _control.Format(value);
        if (_control.IsList || !TryRead(text, out double number))
            return text;
        if (Math.Abs(number) == 1 && _control.Unit.EndsWith('s') && text.EndsWith(_control.Unit, StringComparison.Ordinal))
            text = text[..^1];
        return IsSigned && number > 0 ? "+" + text : text;
    }

    /// <summary>The value of a typed text, with or without its unit; names may be cut short.</summary>
    public bool TryParse(string text, out double value)
    {
        string typed = text.Trim().Replace('−', '-').Replace(',', '.').Replace('♯', '#').Replace('♭', 'b');
        value = 0;
        if (typed.Length == 0)
            return false;
        if (_control.TryParse(typed.TrimStart('+'), out value))
            return true;
        if (_control.IsList)
            return TryFind(typed, out value);
        // A name of the lowest value, as "auto"; else the number alone, as in "1 octave".
        if (char.IsLetter(typed[0]))
        {
            value = 0;
            return _control.Format(0).StartsWith(typed, StringComparison.OrdinalIgnoreCase);
        }
        int length = LengthOfNumber(typed);
        string unit = typed[length..].Trim();
        return length > 0 && _control.Unit.StartsWith(unit, StringComparison.OrdinalIgnoreCase)
            && _control.TryParse(typed[..length].TrimStart('+'), out value);
    }

    /// <summary>The nearest round value; the nearest step where there are steps.</summary>
    public double Snap(double value, bool isFine)
    {
        double within = Math.Clamp(value, 0, 1);
        if (_control.Steps > 0)
            return Math.Round(within * _control.Steps) / _control.Steps;
        double grain = isFine ? _grain * FinePart : _grain;
        double number = Math.Round((_lowest + (within * _range)) / grain) * grain;
        return Math.Clamp(Math.Round((number - _lowest) / _range, 9), 0, 1);
    }

    /// <summary>How far an arrow key moves.</summary>
    public double Step(bool isFine) => _control.Steps > 0 ? 1.0 / _control.Steps : _grain * (isFine ? FinePart : 1) / _range;

    /// <summary>How far a notch of the wheel moves.</summary>
    public double Notch(bool isFine) =>
        _control.Steps > 0 || isFine ? Step(isFine: false) : Math.Max(1, Math.Round(WheelPart * _range / _grain)) * _grain / _range;

    private static bool TryRead(string text, out double number) =>
        double.TryParse(text.AsSpan(0, LengthOfNumber(text)), CultureInfo.InvariantCulture, out number);

    private static int LengthOfNumber(string text)
    {
        int length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] == '.' || (length == 0 && text[0] is '-' or '+')))
            length++;
        return length;
    }

    // The entry of another spelling ("Db3" for "C#3"), or the first that begins so.
    private bool TryFind(string typed, out double value)
    {
        bool isNote = NoteNames.TryRead(typed, out int pitchClass, out var octave);
        for (int entry = 0; entry <= _control.Steps; entry++)
        {
            value = (double)entry / _control.Steps;
            if (isNote && NoteNames.TryRead(_control.Format(value), out int other, out var rest) && other == pitchClass
                && rest.SequenceEqual(octave))
            {
                return true;
            }
        }
        for (int entry = 0; entry <= _control.Steps; entry++)
        {
            value = (double)entry / _control.Steps;
            if (_control.Format(value).StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        value = 0;
        return false;
    }
}
