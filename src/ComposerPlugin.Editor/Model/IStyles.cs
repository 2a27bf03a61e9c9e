namespace ComposerPlugin.Editor;

/// <summary>[main] The styles that are installed.</summary>
public interface IStyles
{
    /// <summary>Changes whenever <see cref="Items"/> or <see cref="Current"/> do. Allocates nothing: it is read at every tick.</summary>
    int Version { get; }

    /// <summary>The styles, presets first.</summary>
    IReadOnlyList<StyleItem> Items { get; }

    /// <summary>The chosen style; null if it is not installed.</summary>
    StyleItem? Current { get; }

    /// <summary>The name of the chosen style, also if it is not installed.</summary>
    string CurrentName { get; }

    /// <summary>Reads what a style says about itself.</summary>
    StyleCard Read(StyleItem style);

    /// <summary>Chooses a style.</summary>
    void Choose(StyleItem style);

    /// <summary>Marks a style as a favourite, or no longer.</summary>
    void Mark(StyleItem style, bool isFavourite);

    /// <summary>Shows a style's folder in the system's file manager; null: the folder of the musician's own styles.</summary>
    void ShowFolder(StyleItem? style);

    /// <summary>
    /// Takes a file or folder that was dropped on the window: a style's folder is installed, a MIDI file becomes the phrase.
    /// </summary>
    /// <returns>What was done, or why nothing was, in one sentence.</returns>
    string TakeDropped(string path);
}
