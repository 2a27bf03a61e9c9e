using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] What a widget may ask of its window.</summary>
internal interface IWidgetHost
{
    /// <summary>The theme.</summary>
    Theme Theme { get; }

    /// <summary>The size of the window, in units.</summary>
    SKSize Size { get; }

    /// <summary>Whether the window fits on the screens at a size of the settings, in percent.</summary>
    bool Fits(int percent);

    /// <summary>
    /// The help of the widget that the user turned to last, by pointer or by keys; null if there is none. Allocates nothing.
    /// </summary>
    string? HelpText { get; }

    /// <summary>Has a part drawn again, in units.</summary>
    void Invalidate(SKRect part);

    /// <summary>Whether keys go to a widget, and it was reached by keys or takes text: then it shows a ring.</summary>
    bool HasKeys(Widget widget);

    /// <summary>Whether the pointer is over a widget.</summary>
    bool HasPointer(Widget widget);

    /// <summary>Sends keys to a widget, or to the host (null).</summary>
    void Focus(Widget? widget);

    /// <summary>Opens a popup over everything else: a menu, a page, a card. A press outside it, or Escape, closes it.</summary>
    void OpenPopup(Popup popup);

    /// <summary>Closes a popup and those above it.</summary>
    void ClosePopup(Popup popup);

    /// <summary>Drags a file out of the window, from the press that is being handled.</summary>
    void DragFile(string path);

    /// <summary>Puts text on the clipboard.</summary>
    void CopyText(string text);

    /// <summary>Shows a message in the status line for some seconds.</summary>
    void Say(string message);
}
