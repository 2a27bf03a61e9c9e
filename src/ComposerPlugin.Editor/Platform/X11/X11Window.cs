using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A child of an X11 window, on a connection of its own.</summary>
internal sealed unsafe class X11Window : IPlatformWindow
{
    // A request of at most 262,140 bytes, its header included, is one that all servers take.
    private const int DoubleMilliseconds = 400, DoublePixels = 4, PieceBytes = (1 << 18) - 64;
    private const uint EmbeddedMessages = 0, Mapped = 1, FocusOut = 5;
    private const int NotifyNormal = 0, NotifyWhileGrabbed = 3, NotifyInferior = 2, NotifyPointer = 5;

    private readonly IWindowEvents _events;
    private readonly nint _connection;
    private readonly uint _window, _parent, _context;
    private readonly byte _depth;
    private readonly X11Atoms _atoms;
    private readonly X11Keyboard _keyboard;
    private readonly X11Focus _focus;
    private readonly X11FileDrag _drag;
    private readonly X11FileDrop _drop;
    private readonly X11Selection _clipboard;
    private readonly BitArray _passedKeys = new(256);
    private byte[]? _copied;
    private void* _piece;
    private (uint Time, short X, short Y) _lastPress;
    private (uint Time, byte Code) _passedKey;
    private uint _time, _pressTime;
    private bool _isClosed;

    /// <summary>Creates the window, and shows it.</summary>
    /// <param name="parent">The host's window.</param>
    /// <param name="size">Its size, in pixels.</param>
    /// <param name="events">Gets its events.</param>
    /// <param name="display">The display; null: that of the environment variable DISPLAY.</param>
    /// <exception cref="InvalidOperationException">There is no libxcb, no display or no such parent.</exception>
    public X11Window(uint parent, EditorSize size, IWindowEvents events, string? display = null)
    {
        (_events, _parent) = (events, parent);
        _connection = Connect(display);
        _window = Xcb.NewId(_connection);
        // In the order of the mask's bits. No background: the server would paint it before us, and the window would flicker.
        const uint eventMask = Xcb.KeyPressMask | Xcb.KeyReleaseMask | Xcb.ButtonPressMask | Xcb.ButtonReleaseMask | Xcb.EnterWindowMask
            | Xcb.LeaveWindowMask | Xcb.PointerMotionMask | Xcb.ExposureMask | Xcb.StructureNotifyMask | Xcb.FocusChangeMask;
        uint* values = stackalloc uint[] { 0, Xcb.NorthWestGravity, eventMask };
        Xcb.CreateWindow(
            _connection, 0, _window, parent, 0, 0, (ushort)size.Width, (ushort)size.Height, 0, 1, Xcb.CopyFromParent,
            Xcb.BackPixmap | Xcb.BitGravity | Xcb.EventMask, values);
        (uint root, _depth, _, _) = XcbQueries.Geometry(_connection, _window);
        // Both are four bytes to a pixel, in the order of the canvas.
        if (_depth is not (24 or 32))
        {
            Xcb.Disconnect(_connection);
            throw new InvalidOperationException(_depth == 0
                ? "The host's window does not exist on this X display."
                : $"The X display has {_depth} bits per pixel. The window needs 24 or 32.");
        }
        var screens = XcbQueries.Geometry(_connection, root);
        Screens = new EditorSize(screens.Width, screens.Height);
        _atoms = new(_connection);
        uint* embedding = stackalloc uint[] { EmbeddedMessages, Mapped };
        Xcb.ChangeProperty(_connection, Xcb.Replace, _window, _atoms.XEmbedInfo, _atoms.XEmbedInfo, 32, 2, embedding);
        _context = Xcb.NewId(_connection);
        Xcb.CreateContext(_connection, _context, _window, 0, null);
        _keyboard = new(_connection);
        _focus = new(_connection, _window, parent);
        _drag = new(_connection, _window, root, _atoms);
        _drop = new(_connection, _window, _atoms, events.Dropped);
        _clipboard = new(_connection, _window, _atoms, _atoms.Clipboard, [_atoms.Utf8String, _atoms.PlainText]);
        _piece = NativeMemory.Alloc(PieceBytes);
        Xcb.MapWindow(_connection, _window);
        Xcb.Flush(_connection);
    }

    /// <inheritdoc/>
    public int File => Xcb.FileOf(_connection);

    /// <inheritdoc/>
    public EditorSize? Screens { get; }

    /// <inheritdoc/>
    public bool IsLost { get; private set; }

    private bool IsUsable => !IsLost && !_isClosed;

    /// <inheritdoc/>
    public void ReadEvents()
    {
        XEvent* e;
        XEvent motion = default;
        while (IsUsable && (e = Xcb.PollForEvent(_connection)) != null)
        {
            // Safe: the event is read before it is freed.
            var copy = *e;
            XcbQueries.Free(e);
            // Of a row of motions only the last counts.
            bool isMotion = (copy.Type & ~Xcb.SentEvent) == Xcb.MotionNotify;
            if (motion.Type != 0 && !isMotion)
                Handle(&motion);
            motion = isMotion ? copy : default;
            if (!isMotion && IsUsable)
                Handle(&copy);
        }
        if (motion.Type != 0 && IsUsable)
            Handle(&motion);
        if (_isClosed)
            return;
        // After the server's end the file is ready for ever: the editor stops the host's run loop, which would spin.
        IsLost |= Xcb.HasError(_connection) != 0;
        if (!IsLost)
            Xcb.Flush(_connection);
    }

    /// <inheritdoc/>
    public void Tick()
    {
        if (!IsUsable)
            return;
        _drag.Tick();
        // Events that came while a reply was waited for are in xcb's queue, and the file is not ready for them.
        ReadEvents();
    }

    /// <inheritdoc/>
    public void Resize(EditorSize size)
    {
        if (!IsUsable)
            return;
        uint* values = stackalloc uint[] { (uint)size.Width, (uint)size.Height };
        Xcb.ConfigureWindow(_connection, _window, (ushort)Xcb.WidthAndHeight, values);
        Xcb.Flush(_connection);
    }

    /// <inheritdoc/>
    public void Present(Canvas canvas, SKRectI part)
    {
        if (!IsUsable || part.IsEmpty)
            return;
        int rowBytes = part.Width * 4, rowsAtOnce = Math.Max(1, PieceBytes / rowBytes);
        for (int top = part.Top; top < part.Bottom; top += rowsAtOnce)
        {
            int rows = Math.Min(rowsAtOnce, part.Bottom - top);
            // Safe: the part lies inside the picture, the rows inside the piece: no row of at most 8192 pixels is longer than it.
            byte* first = (byte*)canvas.Pixels + (top * canvas.RowBytes) + (part.Left * 4);
            for (int row = 0; row < rows; row++)
                NativeMemory.Copy(first + (row * canvas.RowBytes), (byte*)_piece + (row * rowBytes), (nuint)rowBytes);
            Xcb.PutImage(
                _connection, Xcb.ZPixmap, _window, _context, (ushort)part.Width, (ushort)rows, (short)part.Left, (short)top, 0, _depth,
                (uint)(rows * rowBytes), _piece);
        }
        Xcb.Flush(_connection);
    }

    /// <inheritdoc/>
    public void TakeKeys(bool take)
    {
        if (IsUsable)
            _focus.Take(take, _time);
    }

    /// <inheritdoc/>
    public void DragFile(string path)
    {
        if (IsUsable)
            _drag.Begin(path, _pressTime);
    }

    /// <inheritdoc/>
    public void CopyText(string text)
    {
        if (!IsUsable)
            return;
        _copied = Encoding.UTF8.GetBytes(text);
        _clipboard.Own(_time);
        Xcb.Flush(_connection);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isClosed)
            return;
        if (!IsLost)
        {
            // The focus of a destroyed window goes to its parents and then to no window, not to the one that it was taken from.
            TakeKeys(false);
            Xcb.DestroyWindow(_connection, _window);
            Xcb.Flush(_connection);
        }
        _isClosed = true;
        Xcb.Disconnect(_connection);
        NativeMemory.Free(_piece);
        _piece = null;
    }

    private static nint Connect(string? display)
    {
        nint connection;
        try
        {
            connection = Xcb.Connect(display, null);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            throw new InvalidOperationException(
                "The window needs the library libxcb.so.1: install libxcb (on Debian and Ubuntu: libxcb1).", e);
        }
        if (Xcb.HasError(connection) == 0)
            return connection;
        Xcb.Disconnect(connection);
        throw new InvalidOperationException("The window needs an X display (on Wayland: XWayland), and DISPLAY names none that answers.");
    }

    private void Handle(XEvent* e)
    {
        int type = e->Type & ~Xcb.SentEvent;
        if (type is >= Xcb.KeyPress and <= Xcb.LeaveNotify)
            _time = e->Time;
        switch (type)
        {
            case >= Xcb.KeyPress and <= Xcb.LeaveNotify when _drag.IsActive:
                HandleDrag(type, e);
                break;
            case Xcb.ButtonPress:
                Press(e);
                break;
            case Xcb.ButtonRelease when e->Detail == 1:
                _events.Pointer(At(e, PointerKind.Release));
                break;
            case Xcb.MotionNotify or Xcb.EnterNotify:
                _events.Pointer(At(e, PointerKind.Move));
                break;
            case Xcb.LeaveNotify when e->Detail != NotifyInferior:
                _events.Pointer(At(e, PointerKind.Leave));
                break;
            case Xcb.KeyPress or Xcb.KeyRelease:
                HandleKey(type, e);
                break;
            default:
                HandleOther(type, e);
                break;
        }
    }

    private void HandleOther(int type, XEvent* e)
    {
        switch (type)
        {
            case Xcb.Expose:
                _events.Expose(SKRectI.Create(e->Area[0], e->Area[1], e->Area[2], e->Area[3]));
                break;
            case Xcb.FocusOut when IsLoss(e):
                if (_focus.Lose())
                    _events.LostKeys();
                break;
            case Xcb.ClientMessage when e->MessageType == _atoms.XEmbed:
                if (e->Data[1] == FocusOut)
                    _events.LostKeys();
                break;
            case Xcb.ClientMessage:
                _drag.Receive(e);
                _drop.Receive(e);
                break;
            case Xcb.SelectionRequest when e->Selection == _atoms.Clipboard:
                _clipboard.Answer(e, _copied);
                break;
            case Xcb.SelectionRequest:
                _drag.Answer(e);
                break;
            case Xcb.SelectionClear when e->Data[0] == _atoms.Clipboard:
                _copied = null;
                break;
            case Xcb.SelectionNotify:
                _drop.Take(e);
                break;
            case Xcb.MappingNotify:
                _keyboard.Read();
                break;
            case Xcb.DestroyNotify:
                // The host has destroyed its window before it called removed.
                IsLost = true;
                break;
        }
    }

    private void HandleDrag(int type, XEvent* e)
    {
        if (type == Xcb.MotionNotify)
            _drag.Move(e->RootX, e->RootY, e->Time);
        else if (type == Xcb.ButtonRelease && e->Detail == 1)
            _drag.Drop(e->Time);
        else if (type == Xcb.KeyPress && _keyboard.EventOf(e->Detail, e->State).Key == Key.Escape)
            _drag.Cancel(e->Time);
    }

    private void Press(XEvent* e)
    {
        _focus.Press();
        switch (e->Detail)
        {
            case 1:
                bool isDouble = e->Time - _lastPress.Time < DoubleMilliseconds
                    && Math.Abs(e->X - _lastPress.X) <= DoublePixels && Math.Abs(e->Y - _lastPress.Y) <= DoublePixels;
                // A third press is a first one again.
                _lastPress = isDouble ? default : (e->Time, e->X, e->Y);
                _pressTime = e->Time;
                _events.Pointer(At(e, isDouble ? PointerKind.DoublePress : PointerKind.Press));
                break;
            case 3:
                _events.Pointer(At(e, PointerKind.MenuPress));
                break;
            // The wheel is two buttons, one for each direction.
            case 4 or 5:
                _events.Pointer(At(e, PointerKind.Wheel) with { Wheel = e->Detail == 4 ? 1 : -1 });
                break;
        }
    }

    // A key of no use here may be the host's: its space bar, for example. Keys with Alt and Super are for menus and the system. A release
    // goes where its press went.
    private void HandleKey(int type, XEvent* e)
    {
        // A socket of GTK sends back what was passed on to it.
        if ((e->Type & Xcb.SentEvent) != 0 && (e->Time, e->Detail) == _passedKey)
            return;
        bool isHosts = type == Xcb.KeyRelease
            ? _passedKeys[e->Detail]
            : (e->State & (Xcb.AltMask | Xcb.SuperMask)) != 0 || !_events.KeyDown(_keyboard.EventOf(e->Detail, e->State));
        _passedKeys[e->Detail] = isHosts && type == Xcb.KeyPress;
        if (!isHosts || !IsUsable)
            return;
        _passedKey = (e->Time, e->Detail);
        // Toolkits look for the window that the event names, so it names the one that gets it.
        var copy = *e;
        copy.EventWindow = XcbQueries.KeyReader(_connection, _parent);
        Xcb.SendEvent(_connection, 0, copy.EventWindow, type == Xcb.KeyPress ? Xcb.KeyPressMask : Xcb.KeyReleaseMask, &copy);
    }

    // Other details are about a child, or the window under the pointer. Other modes are about a grab of the keyboard, which ends again.
    private static bool IsLoss(XEvent* e) =>
        e->Detail is not (NotifyInferior or NotifyPointer) && e->FocusMode is NotifyNormal or NotifyWhileGrabbed;

    private static PointerEvent At(XEvent* e, PointerKind kind) =>
        new(kind, e->X, e->Y, 0, (e->State & Xcb.ShiftMask) != 0, (e->State & Xcb.ControlMask) != 0);
}
