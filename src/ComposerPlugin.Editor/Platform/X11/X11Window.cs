using System.Runtime.InteropServices;
using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>[main] A child of an X11 window, on a connection of its own.</summary>
internal sealed unsafe class X11Window : IPlatformWindow
{
    private const int DoubleMilliseconds = 400, DoublePixels = 4, PieceBytes = 1 << 18;
    private const uint XEmbedRequestFocus = 3, XEmbedFocusOut = 5;

    private readonly IWindowEvents _events;
    private readonly nint _connection;
    private readonly uint _window, _parent, _context, _xembed;
    private readonly byte _depth;
    private readonly X11FileDrag _drag;
    private readonly byte _firstKey;
    private uint[] _symbols = [];
    private int _symbolsPerKey;
    private void* _piece;
    private (uint Time, short X, short Y) _lastPress;
    private XEvent _press;
    private uint _formerFocus;
    private bool _hasKeys, _dead;

    public X11Window(uint parent, EditorSize size, IWindowEvents events)
    {
        (_events, _parent) = (events, parent);
        _connection = Xcb.Connect(null, null);
        if (Xcb.HasError(_connection) != 0)
        {
            Xcb.Disconnect(_connection);
            throw new InvalidOperationException("There is no X server to draw on.");
        }
        _window = Xcb.NewId(_connection);
        // In the order of the mask's bits. No background: the server would paint it before us, and the window would flicker.
        uint* values = stackalloc uint[] { 0, Xcb.NorthWest, Xcb.EventMaskOfWindow };
        Xcb.CreateWindow(_connection, 0, _window, parent, 0, 0, (ushort)size.Width, (ushort)size.Height, 0, 1, Xcb.CopyFromParent, Xcb.BackPixmap | Xcb.BitGravity | Xcb.EventMask, values);
        (uint root, _depth) = Xcb.Geometry(_connection, _window);
        if (_depth is not (24 or 32))
        {
            Xcb.Disconnect(_connection);
            throw new InvalidOperationException(_depth == 0 ? "The host's window is not there." : $"The screen has {_depth} bits to a pixel; 24 are needed.");
        }
        _xembed = Xcb.Atom(_connection, "_XEMBED"u8);
        // Version 0, and mapped.
        uint* info = stackalloc uint[] { 0, 1 };
        uint infoAtom = Xcb.Atom(_connection, "_XEMBED_INFO"u8);
        Xcb.ChangeProperty(_connection, Xcb.Replace, _window, infoAtom, infoAtom, 32, 2, info);
        _context = Xcb.NewId(_connection);
        Xcb.CreateContext(_connection, _context, _window, 0, null);
        Xcb.MapWindow(_connection, _window);
        _drag = new(_connection, _window, root);
        _piece = NativeMemory.Alloc(PieceBytes);
        var setup = Xcb.SetupOf(_connection);
        _firstKey = setup->FirstKey;
        ReadKeyboard();
        Xcb.Flush(_connection);
    }

    public int File => Xcb.FileOf(_connection);

    public void ReadEvents()
    {
        XEvent* e;
        while (!_dead && (e = Xcb.PollForEvent(_connection)) != null)
        {
            try
            {
                Handle(e);
            }
            finally
            {
                Xcb.Free(e);
            }
        }
        // When the server is gone the file is ready for ever: the editor then stops the loop, which would spin.
        _dead |= Xcb.HasError(_connection) != 0;
        if (!_dead)
            Xcb.Flush(_connection);
    }

    public bool IsLost => _dead;

    public void Tick()
    {
        if (_dead)
            return;
        _drag.Tick();
        // Answers that came while another was waited for lie in xcb's queue, and the file is not ready for them.
        ReadEvents();
    }

    public void Resize(EditorSize size)
    {
        const ushort widthAndHeight = 4 | 8;
        uint* values = stackalloc uint[] { (uint)size.Width, (uint)size.Height };
        Xcb.ConfigureWindow(_connection, _window, widthAndHeight, values);
        Xcb.Flush(_connection);
    }

    public void Present(Canvas canvas, SKRectI part)
    {
        if (_dead || part.IsEmpty)
            return;
        int rowBytes = part.Width * 4, rowsAtOnce = Math.Max(1, PieceBytes / rowBytes);
        for (int top = part.Top; top < part.Bottom; top += rowsAtOnce)
        {
            int rows = Math.Min(rowsAtOnce, part.Bottom - top);
            // Safe: the part lies inside the picture, the rows inside the piece: no row is longer than it.
            byte* first = (byte*)canvas.Pixels + (top * canvas.RowBytes) + (part.Left * 4);
            for (int row = 0; row < rows; row++)
                NativeMemory.Copy(first + (row * canvas.RowBytes), (byte*)_piece + (row * rowBytes), (nuint)rowBytes);
            Xcb.PutImage(_connection, Xcb.ZPixmap, _window, _context, (ushort)part.Width, (ushort)rows, (short)part.Left, (short)top, 0, _depth, (uint)(rows * rowBytes), _piece);
        }
        Xcb.Flush(_connection);
    }

    public void TakeKeys(bool take)
    {
        if (_hasKeys == take)
            return;
        _hasKeys = take;
        if (take)
        {
            // Asked of the embedder as the protocol wants it; and taken, since most hosts know nothing of it.
            var message = new XEvent { Type = Xcb.ClientMessage, Detail = 32, Window = _parent, MessageType = _xembed };
            message.Data[0] = _press.Time;
            message.Data[1] = XEmbedRequestFocus;
            Xcb.SendEvent(_connection, 0, _parent, 0, &message);
        }
        // Given back to whom they were taken from; without a window manager nobody may have had them.
        if (take)
            _formerFocus = Xcb.Focused(_connection);
        Xcb.SetInputFocus(_connection, Xcb.RevertToParent, take ? _window : _formerFocus == 0 ? _parent : _formerFocus, _press.Time);
        Xcb.Flush(_connection);
    }

    public void DragFile(string path) => _drag.Begin(path, _press.Time);

    public void CopyText(string text)
    {
    }

    public void Dispose()
    {
        if (!_dead)
        {
            // The focus of a window that is destroyed goes to its parents and then to nobody, not to whom it was taken from.
            TakeKeys(false);
            Xcb.DestroyWindow(_connection, _window);
            Xcb.Flush(_connection);
        }
        Xcb.Disconnect(_connection);
        NativeMemory.Free(_piece);
        _piece = null;
    }

    private void Handle(XEvent* e)
    {
        switch (e->Type & 0x7F)
        {
            case Xcb.Expose:
                _events.Expose(SKRectI.Create(e->Area[0], e->Area[1], e->Area[2], e->Area[3]));
                break;
            case Xcb.ButtonPress:
                Press(e);
                break;
            case Xcb.ButtonRelease when _drag.IsActive:
                _drag.Drop(e->Time);
                break;
            case Xcb.ButtonRelease when e->Detail == 1:
                _events.Pointer(At(e, PointerKind.Release));
                break;
            case Xcb.MotionNotify when _drag.IsActive:
                _drag.Move(e->RootX, e->RootY, e->Time);
                break;
            case Xcb.MotionNotify:
                _events.Pointer(At(e, PointerKind.Move));
                break;
            case Xcb.KeyPress:
                // What is of no use here may be the host's: its space bar, say.
                if (!_events.KeyDown(KeyOf(e)))
                    PassOn(e);
                break;
            // Others say that the pointer's window, or a child, is concerned: no loss.
            case Xcb.FocusOut when _hasKeys && e->Detail is 0 or 1 or 3 or 4:
                _hasKeys = false;
                _events.LostKeys();
                break;
            case Xcb.ClientMessage when e->MessageType == _xembed && e->Data[1] == XEmbedFocusOut:
                _events.LostKeys();
                break;
            case Xcb.ClientMessage:
                _drag.Hear(e);
                break;
            case Xcb.SelectionRequest:
                _drag.Answer(e);
                break;
            case Xcb.MappingNotify:
                ReadKeyboard();
                break;
            case Xcb.DestroyNotify:
                // The host destroyed its window before it called removed.
                _dead = true;
                break;
        }
    }

    private void Press(XEvent* e)
    {
        if (e->Detail is 4 or 5)
        {
            _events.Pointer(At(e, PointerKind.Wheel) with { Wheel = e->Detail == 4 ? 1 : -1 });
            return;
        }
        if (e->Detail != 1)
            return;
        _press = *e;
        bool isDouble = e->Time - _lastPress.Time < DoubleMilliseconds && Math.Abs(e->X - _lastPress.X) <= DoublePixels && Math.Abs(e->Y - _lastPress.Y) <= DoublePixels;
        // A third press begins anew.
        _lastPress = isDouble ? default : (e->Time, e->X, e->Y);
        _events.Pointer(At(e, isDouble ? PointerKind.DoublePress : PointerKind.Press));
    }

    private static PointerEvent At(XEvent* e, PointerKind kind) => new(kind, e->X, e->Y, 0, (e->State & 1) != 0);

    private void PassOn(XEvent* e)
    {
        var copy = *e;
        copy.EventWindow = _parent;
        Xcb.SendEvent(_connection, 1, _parent, 1, &copy);
    }

    private void ReadKeyboard() => (_symbols, _symbolsPerKey) = Xcb.Keyboard(_connection, _firstKey, Xcb.SetupOf(_connection)->LastKey);

    private KeyEvent KeyOf(XEvent* e)
    {
        bool isShift = (e->State & 1) != 0;
        int group = (e->State >> 13) & 3, first = (e->Detail - _firstKey) * _symbolsPerKey;
        uint Symbol(int column) => column < _symbolsPerKey && first >= 0 && first + column < _symbols.Length ? _symbols[first + column] : 0;
        uint symbol = Symbol((group * 2) + (isShift ? 1 : 0));
        // The number pad's figures stand in the second column, and Num Lock is nearly always the second modifier.
        if (Symbol(1) is >= 0xFFAA and <= 0xFFB9 && (e->State & 0x10) != 0)
            symbol = Symbol(1);
        else if (symbol == 0)
            symbol = Symbol(0);
        char character = symbol switch
        {
            >= 0x20 and <= 0x7E or >= 0xA0 and <= 0xFF => (char)symbol,
            >= 0x01000100 and <= 0x0100FFFF => (char)(symbol & 0xFFFF),
            >= 0xFFAA and <= 0xFFB9 => (char)(symbol - 0xFF80),
            _ => '\0',
        };
        var key = symbol switch
        {
            0xFF51 => Key.Left,
            0xFF52 => Key.Up,
            0xFF53 => Key.Right,
            0xFF54 => Key.Down,
            0xFF50 => Key.Home,
            0xFF57 => Key.End,
            0xFF09 or 0xFE20 => Key.Tab,
            0xFF0D or 0xFF8D => Key.Return,
            0xFF1B => Key.Escape,
            0xFF08 => Key.Backspace,
            _ => Key.None,
        };
        return new(key, character, isShift);
    }
}
