using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>A window of one widget, which tells what the widget asks of it.</summary>
internal sealed class LoneHost : IWidgetHost
{
    public List<string> Said { get; } = [];

    public List<string> Dragged { get; } = [];

    public Theme Theme => Theme.Dark;

    public string? HelpText => null;

    public SKSize Size => new(EditorView.DesignWidth, EditorView.DesignHeight);

    public bool Fits(int percent) => true;

    public void Invalidate(SKRect part)
    {
    }

    public bool HasKeys(Widget widget) => false;

    public bool HasPointer(Widget widget) => false;

    public void Focus(Widget? widget)
    {
    }

    public void OpenPopup(Popup popup)
    {
    }

    public void ClosePopup(Popup popup)
    {
    }

    public void DragFile(string path) => Dragged.Add(path);

    public void CopyText(string text)
    {
    }

    public void Say(string message) => Said.Add(message);
}
