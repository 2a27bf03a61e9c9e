using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Where the next note of an answer begins, and what comes before it.</summary>
/// <param name="Index">The number of the note in the answer, from 0.</param>
/// <param name="Onset">Its tick.</param>
/// <param name="Ioi">The IOI class before it.</param>
/// <param name="BarPosition">Its position in the bar, as the model reads it.</param>
/// <param name="ChordNote">Its number in its chord, from 1.</param>
/// <param name="Previous">The composed pitch of the note before, as a MIDI note number; undefined for the first note.</param>
/// <param name="IsInLastChord">Whether a note before it, with the same onset, closes the answer.</param>
internal readonly record struct NoteSlot(int Index, long Onset, int Ioi, int BarPosition, int ChordNote, int Previous, bool IsInLastChord)
{
    /// <summary>The onset of the next fixed note, at or after this one; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextFixed { get; init; } = long.MaxValue;

    /// <summary>
    /// The composed pitch of a fixed note that begins here too: the highest that may be chosen, which then is the fixed note itself;
    /// <see cref="Pitch.Count"/> if there is none.
    /// </summary>
    public int Ceiling { get; init; } = Pitch.Count;

    /// <summary>Whether another note may begin together with this one.</summary>
    public bool MayJoin { get; init; } = true;

    /// <summary>Whether fixed notes are still to come.</summary>
    public bool IsBeforeFixed => NextFixed != long.MaxValue;
}
