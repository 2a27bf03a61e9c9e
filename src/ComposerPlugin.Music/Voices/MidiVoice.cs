namespace ComposerPlugin.Music;

/// <summary>The notes of one instrument in one track of a MIDI file.</summary>
/// <param name="Name">The track's name.</param>
/// <param name="Notes">Its notes, sorted by onset, then pitch.</param>
/// <param name="IsDrums">Whether it is a drum part, whose pitches are instruments.</param>
public sealed record MidiVoice(string Name, IReadOnlyList<MidiNote> Notes, bool IsDrums);
