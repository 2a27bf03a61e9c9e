using ComposerPlugin.Editor.Tests;
using SkiaSharp;

namespace ComposerPlugin.Tests.Window;

/// <summary>
/// A user's way through the window in the JUCE host, for pictures: each click is made in a layout without a system too, which knows where
/// things are.
/// </summary>
internal sealed class Tour : IDisposable
{
    private static readonly TimeSpan _redraw = TimeSpan.FromSeconds(1);

    private readonly Display _display;
    private readonly WindowHost _host;
    private readonly OpenEditor _layout = OpenEditor.Create();
    private readonly float _zoom;
    private readonly string _folder;

    /// <summary>Opens the window.</summary>
    /// <param name="folder">Gets the pictures.</param>
    /// <param name="settings">The musician's window.json.</param>
    /// <param name="zoom">Its size, as a factor.</param>
    /// <param name="phrase">What is played.</param>
    public Tour(string folder, string settings, float zoom = 1, string phrase = "reel.mid")
    {
        (_folder, _zoom) = (folder, zoom);
        _display = Display.Start();
        _host = WindowHost.OpenAs(settings, _display, phrase, seconds: 300);
    }

    /// <summary>Clicks on what has a name.</summary>
    public Tour Click(string name)
    {
        At(_layout.MiddleOf(name), $"click 1");
        _layout.Click(name);
        return this;
    }

    /// <summary>Opens the menu of what has a name.</summary>
    public Tour OpenMenu(string name)
    {
        At(_layout.MiddleOf(name), $"click 3");
        return this;
    }

    /// <summary>Closes menus and pages: a click beside them, and Escape.</summary>
    public Tour Escape()
    {
        _display.Do($"key Escape");
        _layout.Window.Press(Editor.Key.Escape);
        return this;
    }

    /// <summary>Locks what is in a part of the roll.</summary>
    /// <param name="part">As shares of the roll.</param>
    public Tour Lock(SKRect part)
    {
        var roll = _layout.Find("Piano roll").Bounds;
        var (x, y) = Place(new(roll.Left + (roll.Width * part.Left), roll.Top + (roll.Height * part.Top)));
        var (right, bottom) = Place(new(roll.Left + (roll.Width * part.Right), roll.Top + (roll.Height * part.Bottom)));
        _display.Do($"mousemove {x} {y} keydown Shift_L");
        _display.Do($"mousedown 1 mousemove {x + 20} {y + 20}");
        _display.Do($"mousemove {right} {bottom} mouseup 1 keyup Shift_L");
        return this;
    }

    /// <summary>Waits until a take is there: the drag of its card writes its file.</summary>
    /// <param name="number">Its number, from 1.</param>
    public Tour AwaitTake(int number)
    {
        string folder = Path.Combine(_host.UserFolder, "drag");
        WindowHost.Repeat(
            () =>
            {
                var (x, y) = Place(_layout.MiddleOf($"Take {11 + number}"));
                _display.Do($"mousemove {x} {y} mousedown 1 mousemove {x + 10} {y - 20} mousemove {x + 20} {y - 40} mouseup 1");
            },
            () => Directory.Exists(folder) && Directory.GetFiles(folder, $"*take {number}.mid").Length > 0, $"take {number} is there");
        return this;
    }

    /// <summary>Presses a button, and waits until the host has it.</summary>
    public Tour Press(string name)
    {
        int before = _host.Edits.Count(edit => edit == $"end {name}");
        Click(name);
        WindowHost.Await(() => _host.Edits.Count(edit => edit == $"end {name}") > before, $"{name} was pressed");
        return this;
    }

    /// <summary>Takes a picture, with the pointer away.</summary>
    public Tour Take(string name, bool movesAway = true)
    {
        if (movesAway)
            _display.Do($"mousemove 2390 1490");
        // Long enough for a help text to go, and for what glides.
        Thread.Sleep(_redraw);
        var (left, top) = _host.At(default);
        var size = _host.Size;
        File.WriteAllBytes(Path.Combine(_folder, $"{name}.png"), _display.Grab(SKRectI.Create(left, top, size.Width, size.Height)));
        return this;
    }

    public void Dispose()
    {
        _layout.Dispose();
        _host.Dispose();
        _display.Dispose();
    }

    private void At(SKPoint point, FormattableString what)
    {
        var (x, y) = Place(point);
        _display.Do($"mousemove {x} {y}");
        _display.Do(what);
    }

    private (int X, int Y) Place(SKPoint point) => _host.At(new(point.X * _zoom, point.Y * _zoom));
}
