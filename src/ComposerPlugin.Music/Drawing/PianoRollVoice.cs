namespace ComposerPlugin.Music;

/// <summary>One voice of a piano roll.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Colour">An SVG colour, #rrggbb.</param>
/// <param name="Notes">The notes.</param>
public sealed record PianoRollVoice(string Name, string Colour, IReadOnlyList<MidiNote> Notes);
