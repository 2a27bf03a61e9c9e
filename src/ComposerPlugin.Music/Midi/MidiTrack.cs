namespace ComposerPlugin.Music;

/// <summary>One track of a MIDI file.</summary>
/// <param name="Name">The track name, or an empty string.</param>
/// <param name="Notes">The notes, ordered by onset, then pitch.</param>
public sealed record MidiTrack(string Name, IReadOnlyList<MidiNote> Notes);
