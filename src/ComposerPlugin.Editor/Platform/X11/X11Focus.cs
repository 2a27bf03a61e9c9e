using System.Diagnostics;

namespace ComposerPlugin.Editor;

/// <summary>[main] The keyboard focus of an X11 window inside a host's window.</summary>
/// <remarks>
/// Window managers answer a click by giving the focus to the host's window, some (Openbox, with JUCE) at every click and after the click
/// has reached us. So for a moment after a press the focus is taken back, if it went to another window of the same host window.
/// </remarks>
internal sealed class X11Focus(nint connection, uint window, uint parent)
{
    // Longer than a window manager and a busy host need; a few times, so that no host is fought.
    private const int AfterPressMilliseconds = 500, MostReturns = 3;

    private uint _former;
    private long _pressed = long.MinValue;
    private int _returns;

    /// <summary>Whether the window has taken the focus, and nobody took it since.</summary>
    public bool IsTaken { get; private set; }

    private bool IsJustPressed =>
        _pressed != long.MinValue && Stopwatch.GetElapsedTime(_pressed).TotalMilliseconds < AfterPressMilliseconds;

    /// <summary>A button was pressed in the window.</summary>
    public void Press() => (_pressed, _returns) = (Stopwatch.GetTimestamp(), 0);

    /// <summary>Takes the focus, or gives it back.</summary>
    /// <param name="take">Whether the window takes it.</param>
    /// <param name="time">The server's time of the event that asks for it.</param>
    public void Take(bool take, uint time)
    {
        if (IsTaken == take)
            return;
        IsTaken = take;
        // XEMBED's request for the focus is not sent: JUCE 7 swallows all keys while its own component for the plugin has the focus.
        if (take)
            _former = XcbQueries.Focused(connection);
        // It goes back to the window that it was taken from. Without a window manager there may have been none.
        Set(take ? window : _former == 0 ? parent : _former, time);
    }

    /// <summary>Another window got the focus: true if that is final.</summary>
    public bool Lose()
    {
        if (!IsTaken)
            return false;
        if (_returns < MostReturns && IsJustPressed && IsInSameHostWindow(XcbQueries.Focused(connection)))
        {
            _returns++;
            // The time of the press may be before that of the other window's request, and would be refused.
            Set(window, Xcb.CurrentTime);
            return false;
        }
        IsTaken = false;
        return true;
    }

    // 0 and 1 are no windows: none, and the one under the pointer.
    private bool IsInSameHostWindow(uint focused) =>
        focused > 1 && XcbQueries.Outermost(connection, focused) == XcbQueries.Outermost(connection, window);

    private void Set(uint focus, uint time)
    {
        Xcb.SetInputFocus(connection, Xcb.RevertToParent, focus, time);
        Xcb.Flush(connection);
    }
}
