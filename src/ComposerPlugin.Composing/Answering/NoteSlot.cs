namespace ComposerPlugin.Composing;

/// <summary>Where the next note of an answer begins, and what comes before it.</summary>
/// <param name="Index">The number of the note in the answer, from 0.</param>
/// <param name="Onset">Its tick.</param>
/// <param name="Ioi">The IOI class before it.</param>
/// <param name="BarPosition">Its position in the bar, as the model reads it.</param>
/// <param name="ChordNote">Its number in its chord, from 1.</param>
/// <param name="Previous">The composed pitch of the note before, as a MIDI note number; undefined for the first note.</param>
/// <param name="IsInLastChord">Whether a note before it, with the same onset, closes the answer.</param>
internal readonly record struct NoteSlot(int Index, long Onset, int Ioi, int BarPosition, int ChordNote, int Previous, bool IsInLastChord);
