namespace ComposerPlugin.Editor;

/// <summary>[main] A parameter of the plugin in the window. Values are normalized, 0 to 1.</summary>
public interface IControl
{
    /// <summary>The title, as the host shows it.</summary>
    string Title { get; }

    /// <summary>The unit of its numbers; empty if they have none.</summary>
    string Unit { get; }

    /// <summary>The number of steps: 0 for a continuous value; one less than the number of entries for a list.</summary>
    int Steps { get; }

    /// <summary>Whether its values are the entries of a list.</summary>
    bool IsList { get; }

    /// <summary>The value of a new instance.</summary>
    double Default { get; }

    /// <summary>The value now. Allocates nothing: it is read at every tick.</summary>
    double Value { get; }

    /// <summary>The text of a value, with its unit.</summary>
    string Format(double value);

    /// <summary>The value of a typed text; false if it has none.</summary>
    bool TryParse(string text, out double value);

    /// <summary>The user takes hold of it: the host begins a gesture.</summary>
    void Begin();

    /// <summary>The user moves it; between <see cref="Begin"/> and <see cref="End"/>.</summary>
    void Set(double value);

    /// <summary>The user lets go of it.</summary>
    void End();

    /// <summary>Whether the host has a menu of its own for it; true if that is not known before it is opened.</summary>
    bool HasHostMenu => true;

    /// <summary>Opens the host's own menu for it at a point of the window, in units; false if the host has none.</summary>
    bool ShowHostMenu(float x, float y);
}
