using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class MidiEventEqualityCheckSettings
{
    private StringComparison _textComparison = StringComparison.CurrentCulture;

    public bool CompareDeltaTimes { get; set; } = true;

    public StringComparison TextComparison
    {
        get => _textComparison;
        set => _textComparison = Check.Defined(value);
    }
}
