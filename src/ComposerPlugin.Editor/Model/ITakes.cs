namespace ComposerPlugin.Editor;

/// <summary>[main] The takes of the instance.</summary>
public interface ITakes
{
    /// <summary>Changes whenever <see cref="Items"/> or <see cref="Current"/> do. Allocates nothing: it is read at every tick.</summary>
    int Version { get; }

    /// <summary>The last takes and the kept ones, the oldest first.</summary>
    IReadOnlyList<TakeItem> Items { get; }

    /// <summary>The take that plays or played last; null if there is none.</summary>
    TakeItem? Current { get; }

    /// <summary>The take that <see cref="ControlSet.PreviousTake"/> plays; null if there is none.</summary>
    TakeItem? Previous { get; }

    /// <summary>The take that <see cref="ControlSet.NextTake"/> plays; null if there is none.</summary>
    TakeItem? Next { get; }

    /// <summary>Plays a take again.</summary>
    void Play(TakeItem take);

    /// <summary>Keeps a take in the project, or no longer.</summary>
    void Keep(TakeItem take, bool isKept);

    /// <summary>Names a take; null or empty removes the name.</summary>
    void Rename(TakeItem take, string? name);

    /// <summary>Removes a take.</summary>
    void Delete(TakeItem take);

    /// <summary>Locks a note of a take, or unlocks it: a new take keeps it.</summary>
    /// <param name="take">The take.</param>
    /// <param name="note">The number of the note, by onset from 0.</param>
    /// <param name="isLocked">Whether it is locked.</param>
    void Lock(TakeItem take, int note, bool isLocked);

    /// <summary>The file name of a take as a MIDI file: style, key, seed and number.</summary>
    string FileName(TakeItem take);

    /// <summary>Writes a take as a MIDI file that can be dragged out.</summary>
    /// <returns>The full path of the file; it stays until the plugin is loaded another day.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    string WriteForDrag(TakeItem take);

    /// <summary>Writes a take as a MIDI file into the musician's folder of takes.</summary>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    string Export(TakeItem take, string fileName);

    /// <summary>Shows the musician's folder of takes in the system's file manager.</summary>
    void ShowFolder();
}
