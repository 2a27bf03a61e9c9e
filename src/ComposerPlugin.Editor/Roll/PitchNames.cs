using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>Names of pitches, made once: reading them allocates nothing.</summary>
internal static class PitchNames
{
    // As the list of keys has them.
    private static readonly string[] Classes = ["C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B"];

    private static readonly string[] Names =
        [.. Enumerable.Range(0, Pitch.Count).Select(number => $"{Classes[number % 12]}{(number / 12) - 1}")];

    /// <summary>The name of a pitch with its octave; C4 is middle C.</summary>
    public static string Of(int pitch) => Names[pitch];
}
