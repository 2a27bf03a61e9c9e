namespace ComposerPlugin.Music;

/// <summary>One colour of a piano roll.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Colour">As SVG writes colours: #rrggbb.</param>
/// <param name="Notes">Its notes.</param>
public sealed record PianoRollVoice(string Name, string Colour, IReadOnlyList<MidiNote> Notes);
