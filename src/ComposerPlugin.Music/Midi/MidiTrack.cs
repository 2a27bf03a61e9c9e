namespace ComposerPlugin.Music;

/// <summary>One track of a MIDI file.</summary>
/// <param name="Name">Its name, empty where it has none.</param>
/// <param name="Notes">Its notes, by onset.</param>
public sealed record MidiTrack(string Name, IReadOnlyList<MidiNote> Notes);
