using System.Globalization;

namespace ComposerPlugin.Editor.Tests;

/// <summary>A parameter that stays as it is set, and tells the gestures it got.</summary>
internal sealed class FakeControl : IControl
{
    private readonly string[] _entries = [];
    private readonly double _lowest, _highest;

    public FakeControl(string title, double lowest, double highest, double value, string unit = "", int steps = 0)
    {
        (Title, _lowest, _highest, Unit, Steps) = (title, lowest, highest, unit, steps);
        Default = Value = (value - lowest) / (highest - lowest);
    }

    public FakeControl(string title, int value, params string[] entries)
    {
        (Title, _entries, Steps, _highest, Unit) = (title, entries, entries.Length - 1, entries.Length - 1, "");
        Default = Value = (double)value / Steps;
    }

    /// <summary>What the host saw: "begin", "0.5", "end".</summary>
    public List<string> Gestures { get; } = [];

    public string Title { get; }

    public string Unit { get; }

    public int Steps { get; }

    public bool IsList => _entries.Length > 0;

    public double Default { get; }

    public double Value { get; set; }

    /// <summary>The name of the lowest value, where it has a meaning of its own.</summary>
    public string? LowestName { get; init; }

    /// <summary>Where the host's own menu was opened; the host has one if <see cref="HasHostMenu"/>.</summary>
    public List<(float X, float Y)> HostMenus { get; } = [];

    public bool HasHostMenu { get; set; } = true;

    public string Format(double value)
    {
        if (IsList)
            return _entries[(int)Math.Round(value * Steps)];
        if (LowestName is not null && value == 0)
            return LowestName;
        double plain = _lowest + (value * (_highest - _lowest));
        string number = plain.ToString(_highest - _lowest < 5 ? "0.00" : "0.##", CultureInfo.InvariantCulture);
        return Unit.Length == 0 ? number : $"{number} {Unit}";
    }

    public bool TryParse(string text, out double value)
    {
        value = Array.FindIndex(_entries, entry => entry.Equals(text, StringComparison.OrdinalIgnoreCase)) / (double)Math.Max(Steps, 1);
        if (IsList)
            return value >= 0;
        if (LowestName is not null && text.Equals(LowestName, StringComparison.OrdinalIgnoreCase))
        {
            value = 0;
            return true;
        }
        string number = Unit.Length > 0 ? text.Replace(Unit, "", StringComparison.OrdinalIgnoreCase) : text;
        bool isNumber = double.TryParse(number, CultureInfo.InvariantCulture, out double plain);
        value = Math.Clamp((plain - _lowest) / (_highest - _lowest), 0, 1);
        return isNumber;
    }

    public void Begin() => Gestures.Add("begin");

    public void Set(double value)
    {
        Value = value;
        Gestures.Add(value.ToString("0.###", CultureInfo.InvariantCulture));
    }

    public void End() => Gestures.Add("end");

    public bool ShowHostMenu(float x, float y)
    {
        HostMenus.Add((x, y));
        return HasHostMenu;
    }
}
